import type { FakeStore } from "../store.ts";

/** A user as the API shows it; a login that nobody has is a deleted account. */
export function shapeUser(store: FakeStore, login: string) {
  const found = store.users.find((user) => user.login === login);
  const { id, login: name } = found ?? { id: -1, login: "Ghost" };
  return {
    id,
    login: name,
    login_name: "",
    source_id: 0,
    full_name: "",
    email: `${name.toLowerCase()}@noreply.molecule-ai.example`,
    avatar_url: `${store.rootUrl}/avatars/${id}`,
    html_url: `${store.rootUrl}/${name}`,
    language: "",
    is_admin: false,
    last_login: "0001-01-01T00:00:00Z",
    created: found ? "2026-04-10T08:00:00Z" : "1970-01-01T00:00:00Z",
    restricted: false,
    active: false,
    prohibit_login: false,
    location: "",
    website: "",
    description: "",
    visibility: "public",
    followers_count: 0,
    following_count: 0,
    starred_repos_count: 0,
  };
}
