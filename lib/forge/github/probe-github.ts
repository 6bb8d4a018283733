import { z } from "zod";
import { isForbidden } from "../fails-all.ts";
import type { ForgeProbe } from "../forge.ts";
import { ForgeError } from "../forge-error.ts";
import type { Answer } from "../http.ts";
import type { GithubApi } from "./github-api.ts";
import { parse } from "./parse.ts";
import { serverTimeOf } from "./server-time.ts";

const Meta = z.object({ installed_version: z.string().nullish() });
const Viewer = z.object({
  viewer: z.object({ login: z.string() }).nullish(),
  rateLimit: z.object({ limit: z.int() }).nullish(),
});

export const WHO = "query { viewer { login } rateLimit { limit } }";

const READ_TEAMS = new Set(["read:org", "write:org", "admin:org", "read:discussion"]);

const NO_TOKEN =
  "GitHub answers next to nothing without a token. Enter one on the sources page that may read contents, issues, pull requests, actions, checks and commit statuses.";

/** Says which version answers and what is missing, each with its cost; throws ForgeError forbidden where there is no token or it is refused. */
export async function probeGithub(api: GithubApi, token: string | null): Promise<ForgeProbe> {
  if (token === null || token === "") throw new ForgeError("forbidden", NO_TOKEN, { status: 401 });
  const before = Date.now();
  const meta = await api.get("/meta");
  const now = (before + Date.now()) / 2;
  const { rateLimit } = await askWho(api);
  const limits = limitsOf(meta, rateLimit?.limit ?? null);
  const version = parse(Meta, meta.body, "version").installed_version;
  const enterprise = meta.headers.get("x-github-enterprise-version") ?? version;
  return {
    version: enterprise ? `Enterprise ${enterprise}` : "github.com",
    limits,
    clockSkewMs: Math.round(serverTimeOf(meta).getTime() - now),
  };
}

/** Whose token it is; an app's may not ask, which is no reason to refuse it. */
async function askWho(api: GithubApi): Promise<z.infer<typeof Viewer>> {
  try {
    const { data } = await api.ask({ document: WHO, variables: {}, cost: 1 });
    return parse(Viewer, data, "the token's account");
  } catch (error) {
    if (isForbidden(error)) return {};
    throw error;
  }
}

function limitsOf({ headers }: Answer, points: number | null): string[] {
  const limits: string[] = [];
  // A classic token alone names its scopes; of the others nobody knows before a question is refused.
  const scopes = headers
    .get("x-oauth-scopes")
    ?.split(",")
    .map((scope) => scope.trim());
  if (scopes && !scopes.includes("repo")) {
    limits.push(
      "The token has not the scope repo: private repositories cannot be seen, and what protects a branch stays unknown. Give it repo.",
    );
  }
  if (scopes && !scopes.some((scope) => READ_TEAMS.has(scope))) {
    limits.push(
      "The token has not the scope read:org: a team of which a review is asked has no name here. Give it read:org.",
    );
  }
  if (points !== null && points < 5000) {
    limits.push(
      `The forge answers ${points} points of questions an hour: a first sync takes longer.`,
    );
  }
  return limits;
}
