import type { LimitSeen, Resource } from "#/lib/facts/limit.ts";

const SECOND_MS = 1000;
/** A forge that names no time is left alone for so long; GitHub asks for as much of those who meet a secondary limit. */
export const UNNAMED_MS = 60_000;
/** No answer, however wrong, may keep a source silent for longer. */
const LONGEST_MS = 24 * 60 * 60_000;
const EPOCH_FROM = 1_000_000_000;
const EPOCH_MS_FROM = 1_000_000_000_000;
const NAMES: Record<Resource, readonly string[]> = { rest: ["core", "rest"], graphql: ["graphql"] };

export type LimitHeaders = { get(name: string): string | null };
export type Limited = {
  readonly status: number;
  readonly headers: LimitHeaders;
  /** The beginning of the body of a refusal, and "" for any other answer. */
  readonly said: string;
};

/**
 * What an answer says of the limit of a resource. Every moment is by our clock: what the forge's own clock
 * is off, which `Date` tells, is taken out. `notBefore` is null when nothing keeps from asking again: a 403
 * without a limit in it is a missing right. Follows the published rules of GitHub for its limits, and
 * Retry-After of HTTP for all others.
 */
export function limitOf(answer: Limited, resource: Resource, now: Date): LimitSeen {
  const { headers } = answer;
  const counts = isOf(headers, resource);
  const resetAt = counts ? resetOf(headers, now) : null;
  const remaining = counts ? countOf(headers, "remaining") : null;
  const limit = counts ? countOf(headers, "limit") : null;
  return { limit, remaining, resetAt, notBefore: notBeforeOf(answer, { remaining, resetAt, now }) };
}

/** Whether a refusal means that a limit is used up. */
export const isLimit = (status: number, seen: LimitSeen): boolean =>
  seen.notBefore !== null && (status === 403 || status === 429);

function notBeforeOf(
  { status, headers, said }: Limited,
  { remaining, resetAt, now }: { remaining: number | null; resetAt: Date | null; now: Date },
): Date | null {
  if (status < 400) return null;
  const after = momentOf(headers.get("retry-after"), headers, now);
  if (after !== null) return after;
  if (status !== 403 && status !== 429) return null;
  // A limit whose reset is over is full again.
  if (remaining === 0 && resetAt !== null) return resetAt > now ? resetAt : null;
  const isCounted = status === 429 && headers.get("x-ratelimit-limit") !== null;
  const isUnnamed = remaining === 0 || isCounted || isSecondary(said);
  return isUnnamed ? new Date(now.getTime() + UNNAMED_MS) : null;
}

const isSecondary = (said: string): boolean => /secondary rate limit|abuse detection/i.test(said);

function isOf(headers: LimitHeaders, resource: Resource): boolean {
  const said = headers.get("x-ratelimit-resource");
  return said === null || NAMES[resource].includes(said);
}

function countOf(headers: LimitHeaders, name: "remaining" | "limit"): number | null {
  const text = headers.get(`x-ratelimit-${name}`) ?? headers.get(`ratelimit-${name}`);
  if (text === null || !/^\d{1,9}$/.test(text)) return null;
  return Number(text);
}

function resetOf(headers: LimitHeaders, now: Date): Date | null {
  const text = headers.get("x-ratelimit-reset") ?? headers.get("ratelimit-reset");
  if (text === null || !/^\d{1,16}$/.test(text)) return null;
  const said = Number(text);
  if (said < EPOCH_FROM) return within(now.getTime() + said * SECOND_MS, now);
  const theirs = said < EPOCH_MS_FROM ? said * SECOND_MS : said;
  return within(theirs - aheadMs(headers, now), now);
}

/** Retry-After, which is a count of seconds or a date; null where it is neither or not to come. */
function momentOf(text: string | null, headers: LimitHeaders, now: Date): Date | null {
  if (text === null) return null;
  const isCount = /^\d{1,9}(?:\.\d{1,9})?$/.test(text);
  const at = isCount
    ? now.getTime() + Number(text) * SECOND_MS
    : Date.parse(text) - aheadMs(headers, now);
  return at > now.getTime() ? within(at, now) : null;
}

/** How far the forge's clock is ahead of ours; 0 where it does not say. */
function aheadMs(headers: LimitHeaders, now: Date): number {
  const theirs = Date.parse(headers.get("date") ?? "");
  return Number.isNaN(theirs) ? 0 : theirs - now.getTime();
}

const within = (at: number, now: Date): Date => new Date(Math.min(at, now.getTime() + LONGEST_MS));
