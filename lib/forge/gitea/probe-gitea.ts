import { isForbidden } from "../fails-all.ts";
import type { ForgeProbe } from "../forge.ts";
import type { HttpClient } from "../http.ts";
import type { Server } from "./know-server.ts";
import { limitsOf } from "./limits-of.ts";

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
const NO_TOKEN =
  "No token: only what everybody can see is read, and who may merge past branch protection stays unknown.";

/** Says which version answers, what the token may not do and what the version cannot, each with its cost. */
export async function probeGitea(
  http: HttpClient,
  { abilities, clockSkewMs }: Server,
  hasToken: boolean,
): Promise<ForgeProbe> {
  const limits: string[] = hasToken ? [] : [NO_TOKEN];
  for (const scope of SCOPES) {
    if (!(await isAllowed(http, scope.path))) limits.push(scope.limit);
  }
  return {
    version: abilities.version,
    limits: [...limits, ...limitsOf(abilities)],
    clockSkewMs,
  };
}

async function isAllowed(http: HttpClient, path: string): Promise<boolean> {
  try {
    await http.get(path);
    return true;
  } catch (error) {
    if (isForbidden(error)) return false;
    throw error;
  }
}
