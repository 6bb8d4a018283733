import { nodeId } from "../node-id.ts";
import type { Site } from "../site.ts";

/** A user as the REST API shows it; whose account is gone is shown as one account for all of them. */
export function shapeUser({ store, api }: Site, login: string) {
  const found = store.users.find((user) => user.login === login);
  const { id, login: name } = found ?? { id: 10_137, login: "ghost" };
  const url = `${api}/users/${encodeURIComponent(name)}`;
  return {
    login: name,
    id,
    node_id: nodeId("U", id),
    avatar_url: `${store.rootUrl}/avatars/${id}`,
    gravatar_id: "",
    url,
    html_url: `${store.rootUrl}/${name}`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    type: name.endsWith("[bot]") ? "Bot" : "User",
    user_view_type: "public",
    site_admin: false,
  };
}

/** Some lists have nobody where the account is gone. */
export function shapeUserOrNull(site: Site, login: string | null) {
  return site.store.users.some((user) => user.login === login)
    ? shapeUser(site, login ?? "")
    : null;
}
