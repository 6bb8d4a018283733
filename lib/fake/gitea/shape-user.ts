import type { FakeStore } from "../store.ts";
import { moment, NEVER_GO, NEVER_UNIX } from "./moment.ts";
import { skinOf } from "./skin.ts";

/** A user as the API shows it; a login that nobody has is a deleted account, and the forge's own jobs have none. */
export function shapeUser(store: FakeStore, login: string) {
  const isForgejo = skinOf(store).isForgejo(0);
  const { id, login: name } = accountOf(store, login);
  const isAccount = id > 0;
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
    last_login: NEVER_GO,
    created: isAccount ? moment(store, "2026-04-10T08:00:00Z") : NEVER_UNIX,
    restricted: false,
    active: false,
    prohibit_login: false,
    location: "",
    ...(isForgejo && { pronouns: "" }),
    website: "",
    description: "",
    visibility: "public",
    followers_count: 0,
    following_count: 0,
    starred_repos_count: 0,
  };
}

/** The login of the account without a row in whose name the forge's own jobs act. */
export const actionsLogin = (store: FakeStore): string =>
  skinOf(store).isForgejo(0) ? "forgejo-actions" : "gitea-actions";

function accountOf(store: FakeStore, login: string): { id: number; login: string } {
  const found = store.users.find((user) => user.login === login);
  if (found) return found;
  return login === actionsLogin(store) ? { id: -2, login } : { id: -1, login: "Ghost" };
}
