import { readEnv } from "#/lib/env.ts";
import type { Resource } from "#/lib/facts/limit.ts";
import { type Budget, unlimited } from "./budget.ts";
import { agentOf } from "./http/agent.ts";
import { ask } from "./http/ask.ts";
import { type BoundedText, jsonReader, textReader } from "./http/read-body.ts";
import { redactorOf } from "./http/redact.ts";

const TIMEOUT_MS = 60_000;
const WAIT_FIRST_MS = 1000;
const AT_ONCE_MAX = 8;

export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers: { get(name: string): string | null };
};

export type TextRequest = {
  /** What a whole text is called in an error. */
  readonly what: string;
  readonly bytesMax: number;
  /** Asked of a text that was not cut. */
  readonly isWhole: (text: string) => boolean;
};

export type HttpOptions = {
  /** The address before every path, as `https://host/api/v1`. */
  readonly base: string;
  /** The whole header, as "token …" or "Bearer …"; what follows its first blank is the secret. null asks as nobody. */
  readonly authorization: string | null;
  readonly budget?: Budget;
  /** The first wait between tries, a second where nothing is said; the others grow with it. */
  readonly waitFirstMs?: number;
  /** How long one answer may take in all. */
  readonly timeoutMs?: number;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** How many requests the forge may get at once when all is well; what is asked as graphql is always asked one by one. */
  readonly atOnceMax?: number;
  /** Ends what is under way by throwing its reason, as when a worker stops. */
  readonly signal?: AbortSignal;
};

/** What a question asked by POST is counted by, and how often it is asked where a gateway gives up on it: five times where nothing is said. */
export type Cost = { readonly resource: Resource; readonly cost: number; readonly tries?: number };

export type HttpClient = {
  get(path: string): Promise<Answer>;
  /** A read that is asked by POST, as GraphQL is: tried again as a GET is, and never sent on by a redirect. */
  query(path: string, body: unknown, cost: Cost): Promise<Answer>;
  /** A text of at most so many bytes; what is no UTF-8 in it becomes U+FFFD. */
  text(path: string, request: TextRequest): Promise<BoundedText>;
  /** How many went out, redirects and repeated ones among them. */
  requests(): number;
};

/**
 * Reads JSON and texts from one forge. Tries again, up to five times, only on an answer that says "not
 * now", a broken connection or a body that is not what was asked for. Throws ForgeError otherwise, never
 * naming the secret; with `retryAt` where the forge wants to be left alone for longer than five seconds,
 * which nobody waits for in here.
 */
export function httpClient(options: HttpOptions): HttpClient {
  const { authorization } = options;
  const redactor = redactorOf(authorization);
  let requests = 0;
  const asking = {
    base: options.base,
    authorization,
    headers: options.headers ?? {},
    redactor,
    dispatcher: agentOf(readEnv()),
    timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
    atOnceMax: options.atOnceMax ?? AT_ONCE_MAX,
    budget: options.budget ?? unlimited,
    waitFirstMs: options.waitFirstMs ?? WAIT_FIRST_MS,
    signal: options.signal,
    onRequest: () => {
      requests += 1;
    },
  };
  const one = { resource: "rest", cost: 1 } as const;
  return {
    get: (path) => ask(asking, { path, reader: jsonReader(redactor), ...one }),
    query: (path, body, cost) => ask(asking, { path, body, reader: jsonReader(redactor), ...cost }),
    text: (path, request) => ask(asking, { path, reader: textReader(redactor, request), ...one }),
    requests: () => requests,
  };
}
