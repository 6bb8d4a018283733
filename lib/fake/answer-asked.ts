import {
  type Answer,
  type Answered,
  type Asked,
  answerError,
  answerJson,
  type Mount,
} from "./answer.ts";
import { type Fault, refuses } from "./faults.ts";
import { holdsPoison, type Poison } from "./poison.ts";
import type { Replica } from "./replica.ts";

type Mounts = readonly Mount[];

/** Finds the dialect of a request; one without the right token, or that fails, has its answer already. */
export async function routed(
  mounts: Mounts,
  { asked, token }: { asked: Asked; token: string | null },
): Promise<Answered> {
  const endpoint = `${asked.method} ${asked.url.pathname}`;
  if (token !== null && !isAuthorized(asked.headers.authorization, token)) {
    const isGit = /^\/[^/]+\/[^/]+\.git\//.test(asked.url.pathname);
    return { endpoint, answer: answerUnauthorized(asked), kind: isGit ? "git" : "api" };
  }
  try {
    for (const mount of mounts) {
      const found = await mount(asked);
      if (found) return found;
    }
    return { endpoint, answer: answerFailure(asked, 404, "Not found.") };
  } catch (error) {
    return { endpoint, answer: answerFailure(asked, 500, messageOf(error)) };
  }
}

type Found = {
  asked: Asked;
  found: Answered;
  fault: Fault | null;
  poison: readonly Poison[];
  replica: Replica | null;
  nth: number;
};

/** The answer before a fault spoils its sending; a request that a fault refuses has changed nothing. */
export async function answerOf(mounts: Mounts, given: Found): Promise<Answer> {
  const { asked, found, fault, poison } = given;
  const { answer } = readsOtherwise(given) ? await routed(mounts, otherwise(given)) : found;
  if (typeof answer === "function" && refuses(fault)) return { status: 503, headers: {}, body: "" };
  try {
    const whole = typeof answer === "function" ? await answer() : answer;
    if (!holdsPoison(asked, whole, poison)) return whole;
    return answerFailure(asked, 500, "Internal Server Error");
  } catch (error) {
    return answerFailure(asked, 500, messageOf(error));
  }
}

/** Whether the fault is one of what is read, not of how it is sent; what writes is never put elsewhere. */
function readsOtherwise({ asked, found, fault }: Found): boolean {
  const kind = fault?.kind;
  if (kind !== "stale" && kind !== "duplicate-page") return false;
  const query = graphqlOf(asked)?.query;
  const isMutation = typeof query === "string" && /^\s*mutation\b/.test(query);
  return typeof found.answer !== "function" && !isMutation;
}

function otherwise({ asked, fault, replica, nth }: Found): { asked: Asked; token: null } {
  if (fault?.kind === "stale" && replica) {
    return { asked: { ...asked, store: replica.before(fault, nth) }, token: null };
  }
  return { asked: pageBefore(asked), token: null };
}

/** What a cache in front asks that mixed up two pages: the page before, or where pages have no number the first. */
function pageBefore(asked: Asked): Asked {
  const graphql = graphqlOf(asked);
  if (graphql) {
    const variables = Object.entries(Object(graphql.variables)).map(([name, value]) => [
      name,
      /after|cursor/i.test(name) ? null : value,
    ]);
    const body = JSON.stringify({ ...graphql, variables: Object.fromEntries(variables) });
    return { ...asked, body, bytes: Buffer.from(body) };
  }
  const page = Number(asked.url.searchParams.get("page") ?? "1");
  const url = new URL(asked.url);
  if (page > 1) url.searchParams.set("page", String(page - 1));
  return { ...asked, url };
}

/** The question of a GraphQL request; null where it is another one. */
function graphqlOf({ url, body }: Asked): Record<string, unknown> | null {
  if (!url.pathname.endsWith("/graphql")) return null;
  try {
    return Object(JSON.parse(body));
  } catch {
    return null;
  }
}

/** A token stands by itself, after a word, or as the password that git sends. */
function isAuthorized(header: string | undefined, token: string): boolean {
  if (header === `token ${token}` || header === `Bearer ${token}`) return true;
  if (!header?.startsWith("Basic ")) return false;
  const [user, password] = Buffer.from(header.slice(6), "base64").toString("utf8").split(":");
  return user === token || password === token;
}

function answerUnauthorized(asked: Asked): Answer {
  if (asked.store.github && !asked.url.pathname.includes(".git/"))
    return { ...answerJson({ message: "Bad credentials", status: "401" }), status: 401 };
  const refused = answerFailure(asked, 401, "invalid username, password or token");
  // git asks again with its password only when it is told how.
  const headers = { ...refused.headers, "WWW-Authenticate": 'Basic realm="fake"' };
  return asked.url.pathname.startsWith("/api/") ? refused : { ...refused, headers };
}

function answerFailure({ store }: Asked, status: number, message: string): Answer {
  return answerError({ status, message, rootUrl: store.rootUrl });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "unknown failure";
}
