import type { ForgeProbe } from "../forge.ts";
import { ForgeError } from "../forge-error.ts";
import type { HttpClient } from "../http.ts";
import { parse } from "./parse.ts";
import * as schema from "./schema.ts";

const SCOPES = [
  {
    path: "/repos/search?limit=1",
    limit: "The token may not read repositories: nothing can be synced. Give it read:repository.",
  },
  {
    path: "/repos/issues/search?limit=1&state=all",
    limit:
      "The token may not read issues: open issues and incidents stay unknown. Give it read:issue.",
  },
];

/** Asks who answers, which version it is, and what the token may not do, each with its cost. */
export async function probeGitea(http: HttpClient, hasToken: boolean): Promise<ForgeProbe> {
  const { version } = parse(schema.Version, (await http.get("/version")).body, "version");
  const { max_response_items } = parse(
    schema.ApiSettings,
    (await http.get("/settings/api")).body,
    "API settings",
  );
  const limits: string[] = [];
  if (!hasToken)
    limits.push(
      "No token: only what everybody can see is read, and who may merge past branch protection stays unknown.",
    );
  for (const scope of SCOPES) {
    if (!(await isAllowed(http, scope.path))) limits.push(scope.limit);
  }
  if (max_response_items < 50) {
    limits.push(
      `The forge gives at most ${max_response_items} rows a page: a first sync takes more requests.`,
    );
  }
  return { version, limits };
}

async function isAllowed(http: HttpClient, path: string): Promise<boolean> {
  try {
    await http.get(path);
    return true;
  } catch (error) {
    if (error instanceof ForgeError && error.status === 401) throw error;
    if (error instanceof ForgeError && error.status === 403) return false;
    throw error;
  }
}
