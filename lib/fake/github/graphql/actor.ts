import { nodeId } from "../node-id.ts";
import type { Site } from "../site.ts";
import type { Node } from "./graph.ts";

/** Who did something; null where the account is gone. */
export function actorNode({ store }: Site, login: string): Node | null {
  const found = store.users.find((user) => user.login === login);
  if (!found) return null;
  const isBot = found.login.endsWith("[bot]");
  // Here a bot is named without the ending that the other API gives it.
  const name = isBot ? found.login.slice(0, -"[bot]".length) : found.login;
  return {
    __typename: isBot ? "Bot" : "User",
    id: nodeId("U", found.id),
    databaseId: found.id,
    login: name,
    name: null,
    email: "",
    avatarUrl: `${store.rootUrl}/avatars/${found.id}`,
    url: `${store.rootUrl}/${name}`,
    resourcePath: `/${name}`,
  };
}

/** Who a repository belongs to, which is not gone while the repository is there. */
export function ownerNode({ store }: Site, login: string): Node {
  const id = store.users.find((user) => user.login === login)?.id ?? 0;
  return {
    __typename: "Organization",
    id: nodeId("O", login),
    databaseId: id,
    login,
    name: login,
    avatarUrl: `${store.rootUrl}/avatars/${id}`,
    url: `${store.rootUrl}/${login}`,
    resourcePath: `/${login}`,
  };
}
