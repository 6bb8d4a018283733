import { z } from "zod";
import type { Budget } from "../budget.ts";
import { ForgeError } from "../forge-error.ts";
import type { Answer } from "../http.ts";
import { parse } from "./parse.ts";
import { serverTimeOf } from "./server-time.ts";

const Trouble = z.object({
  type: z.string().nullish(),
  message: z.string(),
  path: z.array(z.union([z.string(), z.int()])).nullish(),
  extensions: z.object({ code: z.string().nullish() }).nullish(),
});
const Envelope = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(Trouble).nullish(),
});

export type Trouble = z.infer<typeof Trouble>;
export type GraphqlAnswer = {
  readonly data: Readonly<Record<string, unknown>>;
  /** What could not be told of it: those parts are null in the data. */
  readonly troubles: readonly Trouble[];
  readonly serverTime: Date;
};

const LIMITED = new Set(["RATE_LIMITED", "RATE_LIMIT", "GRAPHQL_RATE_LIMIT"]);
const HEAVY = new Set([
  "RESOURCE_LIMITS_EXCEEDED",
  "MAX_NODE_LIMIT_EXCEEDED",
  "SERVICE_UNAVAILABLE",
  "TIMEOUT",
]);
// A question that took too long is told without a word for its kind.
const TOOK_TOO_LONG =
  /^(Something went wrong while executing your query|The query was timed out|Timeout on )/i;
const WAIT_MS = 60_000;

/** What an answer in the forge's query language holds, whose status is 200 also where it failed. Throws ForgeError: `unavailable` with `retryAt` for a limit that is used up, after telling the budget; `unavailable` with the status of a timeout where the question was too heavy; and what the forge says where there is no data at all. */
export async function readGraphql(answer: Answer, budget?: Budget): Promise<GraphqlAnswer> {
  const { data, errors } = parse(Envelope, answer.body, "a query");
  const troubles = errors ?? [];
  if (troubles.some((trouble) => LIMITED.has(kindOf(trouble)))) throw await limited(answer, budget);
  const heavy = troubles.find(isHeavyTrouble);
  if (heavy) throw tooHeavy(heavy);
  if (!data) throw errorOf(troubles);
  return { data, troubles, serverTime: serverTimeOf(answer) };
}

const kindOf = ({ type, extensions }: Trouble): string => type ?? extensions?.code ?? "";

const isHeavyTrouble = (trouble: Trouble): boolean =>
  HEAVY.has(kindOf(trouble)) || TOOK_TOO_LONG.test(trouble.message);

async function limited({ headers }: Answer, budget?: Budget): Promise<ForgeError> {
  const after = Number(headers.get("retry-after") ?? "");
  const reset = Number(headers.get("x-ratelimit-reset") ?? "") * 1000;
  // The reset is told by the forge's clock, and the wait counts by ours.
  const left = reset > 0 ? reset - serverTimeOf({ headers }).getTime() : 0;
  const waitMs = after > 0 ? after * 1000 : left > 0 ? left : WAIT_MS;
  const retryAt = new Date(Date.now() + waitMs);
  await budget?.saw("graphql", { limit: null, remaining: 0, resetAt: retryAt, notBefore: retryAt });
  return new ForgeError(
    "unavailable",
    `The forge's limit of questions is used up. It is asked again at ${retryAt.toISOString()}; nothing has to be done.`,
    { status: 429, retryAt },
  );
}

// Told inside an answer that says 200; to all who ask it is the timeout that a proxy would have said.
const tooHeavy = ({ message }: Trouble): ForgeError =>
  new ForgeError("unavailable", `The question was too heavy for the forge. ${said(message)}`, {
    status: 504,
  });

/** What the forge says where it gives nothing; every kind with the code that callers tell it by. */
export function errorOf(troubles: readonly Trouble[]): ForgeError {
  const [first] = troubles;
  const kind = first ? kindOf(first) : "";
  const what = said(first?.message ?? "");
  if (kind === "NOT_FOUND") {
    const message = `The forge has nothing there, or the token may not see it. Check the name and the token's rights. ${what}`;
    return new ForgeError("not_found", message, { status: 404 });
  }
  if (isForbidden(troubles)) {
    const message = `The forge does not allow this to the token. Give it the right that the answer names. ${what}`;
    return new ForgeError("forbidden", message, { status: 403 });
  }
  return new ForgeError("failed", `The forge does not answer the question. ${what}`, {
    status: 200,
  });
}

/** How the forge failed on the part of an answer with this alias; null where it did not. */
export function failureOf(troubles: readonly Trouble[], alias: string): ForgeError | null {
  const own = troubles.filter(({ path }) => !path || path.includes(alias));
  return own.length === 0 ? null : errorOf(own);
}

/** Whether something was left out because the token may not see it. */
export const isForbidden = (troubles: readonly Trouble[]): boolean =>
  troubles.some((trouble) => ["FORBIDDEN", "INSUFFICIENT_SCOPES"].includes(kindOf(trouble)));

/** Whether an error says that less should be asked for at once. */
export const isTooHeavy = (error: unknown): error is ForgeError =>
  error instanceof ForgeError &&
  error.retryAt === null &&
  (error.status === 502 || error.status === 504);

const said = (message: string): string =>
  message === "" ? "It did not say why." : `It said: ${JSON.stringify(message.slice(0, 300))}.`;
