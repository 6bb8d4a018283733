import type { Fault, FaultedRequest, FaultKind, Faults } from "./faults.ts";
import { createRandom, type Random, seedOf } from "./random.ts";

/** How often each kind comes, from 0 to 1 of all requests. */
export type FaultRates = Partial<Record<FaultKind, number>>;

export type SeededOptions = {
  /** Faults in a row of one and the same request, after which it is answered; null never spares it. */
  inARow?: number | null;
  /** Requests that nothing happens to. */
  spare?: (request: FaultedRequest) => boolean;
  /** How long what is late takes; the longest, in milliseconds. */
  delayMs?: number;
};

/**
 * Faults that follow from the seed, the request and how often it was asked: requests that overtake each
 * other change nothing. A request is never refused more than twice in a row unless told otherwise.
 */
export function seededFaults(seed: number, rates: FaultRates, options: SeededOptions = {}): Faults {
  const { inARow = 2, spare, delayMs = 5 } = options;
  const asked = new Map<string, { times: number; inARow: number }>();
  return (request) => {
    if (spare?.(request)) return null;
    const key = `${request.method} ${request.path}?${request.query} ${request.body}`;
    const seen = asked.get(key) ?? { times: 0, inARow: 0 };
    asked.set(key, seen);
    seen.times += 1;
    const random = createRandom(seedOf(`${key} ${seen.times}`, seed));
    const kind = kindOf(random.next(), rates);
    if (kind === null || (inARow !== null && seen.inARow >= inARow)) {
      seen.inARow = 0;
      return null;
    }
    seen.inARow += 1;
    return faultOf(kind, random, delayMs);
  };
}

function kindOf(drawn: number, rates: FaultRates): FaultKind | null {
  let from = 0;
  for (const [kind, rate] of Object.entries(rates) as [FaultKind, number][]) {
    if (drawn >= from && drawn < from + rate) return kind;
    from += rate;
  }
  return null;
}

const STATUSES = [403, 429, 500, 502, 503, 504] as const;

function faultOf(kind: FaultKind, random: Random, delayMs: number): Fault {
  switch (kind) {
    case "status":
      return statusFault(random);
    case "limit":
      return { kind, limit: { remaining: random.below(5000), resetInSeconds: random.below(3600) } };
    case "wrong-length":
      return { kind, by: random.pick([-20, -1, 1, 500]) };
    case "gzip":
      return { kind, cut: random.chance(0.5) };
    case "stale":
      return { kind, requests: 1 + random.below(8) };
    case "skew":
      return { kind, seconds: random.pick([-3600, -2, 2, 300]) };
    case "delay":
    case "slow-body":
      return { kind, delayMs: random.below(delayMs + 1) };
    case "token-expired":
    case "truncate":
    case "hang-up":
    case "reset":
    case "redirect-loop":
    case "html":
    case "duplicate-page":
      return { kind };
  }
}

/** A bare 403 is no limit but a refusal that stands, so that of a limit always says so. */
function statusFault(random: Random): Fault {
  const status = random.pick(STATUSES);
  const kind = "status";
  if (status >= 500) return { kind, status, body: random.pick(["html", "json"]) };
  const retryAfterSeconds = random.below(3);
  const limit = { remaining: 0, resetInSeconds: random.pick([-60, 0, 2]) };
  if (status === 403) return { kind, status, retryAfterSeconds, limit, body: "json" };
  const said = random.chance(0.5) ? { retryAfterSeconds } : random.chance(0.5) ? { limit } : {};
  return { kind, status, ...said, body: random.pick(["html", "json"]) };
}
