import { messageOf } from "#/lib/errors.ts";
import type { Budget } from "../budget.ts";
import { isForbidden } from "../fails-all.ts";
import { type Answer, type HttpClient, httpClient } from "../http.ts";
import { addressesOf } from "./addresses-of.ts";
import { credentialOf } from "./credential.ts";
import { TEAM } from "./fields.ts";
import { type GraphqlAnswer, readGraphql } from "./read-graphql.ts";

export type GithubOptions = {
  readonly url: string;
  /** A personal, fine-grained or installation token, or an app's key as JSON; null asks as nobody, to which the forge answers next to nothing. */
  readonly token: string | null;
  readonly budget?: Budget;
  readonly waitFirstMs?: number;
  readonly signal?: AbortSignal;
};

/** One question in the forge's query language. */
export type Question = {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** In points, by the forge's own rule. */
  readonly cost: number;
  /** How often it is asked where it is too heavy; five times where nothing is said. */
  readonly tries?: number;
};

/** Both interfaces of one forge, asked with one credential. Paths begin behind the interface's own address. */
export type GithubApi = {
  get(path: string): Promise<Answer>;
  ask(question: Question): Promise<GraphqlAnswer>;
  requests(): number;
};

// The version of the interface is pinned, so that a new one changes nothing here by itself.
const HEADERS = { "X-GitHub-Api-Version": "2022-11-28" };

// The forge asks its callers for one at a time; so few of what is not counted in points are let pass.
const AT_ONCE_MAX = 4;

/** Asks a forge by both of its interfaces. A token that runs out is renewed where an app's key is at hand. */
export function githubApi(options: GithubOptions): GithubApi {
  const { base, rest, graphql } = addressesOf(options.url);
  const { budget, waitFirstMs, signal } = options;
  const common = {
    base,
    headers: HEADERS,
    atOnceMax: AT_ONCE_MAX,
    ...(budget === undefined ? {} : { budget }),
    ...(waitFirstMs === undefined ? {} : { waitFirstMs }),
    ...(signal === undefined ? {} : { signal }),
  };
  const open = (authorization: string | null) => httpClient({ ...common, authorization });
  const credential = credentialOf(options.token, { open, rest });
  let current: { authorization: string | null; http: HttpClient } | null = null;
  let earlier = 0;
  const client = async (): Promise<HttpClient> => {
    const authorization = await credential.authorization();
    if (current?.authorization === authorization) return current.http;
    earlier += current?.http.requests() ?? 0;
    current = { authorization, http: open(authorization) };
    return current.http;
  };
  let mayAskTeams = true;
  const ask = async (question: Question): Promise<GraphqlAnswer> => {
    const { document, variables, ...how } = question;
    const http = await client();
    const withTeams = mayAskTeams && document.includes(TEAM);
    const query = withTeams ? document : document.replaceAll(TEAM, "");
    const answer = await http.query(graphql, { query, variables }, { resource: "graphql", ...how });
    try {
      return await readGraphql(answer, budget);
    } catch (error) {
      if (!withTeams || !isForbidden(error) || !/read:org/.test(messageOf(error))) throw error;
      mayAskTeams = false;
      return ask(question);
    }
  };
  return {
    get: async (path) => (await client()).get(`${rest}${path}`),
    ask,
    requests: () => earlier + (current?.http.requests() ?? 0) + credential.requests(),
  };
}
