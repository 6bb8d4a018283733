import type { GithubPermission } from "../skin.ts";
import { fail } from "./fail.ts";
import type { Graph } from "./graph.ts";

/** Throws where the token was not given a right; the field is null then, or what it stands in where it may not be. */
export function demand({ skin }: Graph, permission: GithubPermission): void {
  if (!skin.refused.includes(permission)) return;
  throw fail("FORBIDDEN", "Resource not accessible by personal access token");
}
