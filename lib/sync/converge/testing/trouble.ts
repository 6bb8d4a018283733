import type { Fault, Faults } from "#/lib/fake/faults.ts";
import type { Random } from "#/lib/fake/random.ts";
import { type FaultRates, seededFaults } from "#/lib/fake/seeded-faults.ts";

/** What goes wrong now; it can be put right at any time. */
export type Trouble = { now: Faults | null; what: string };

/** A copy that is older than the overlap of two passes would hide a change from every one of them. */
const STALE_MAX_S = 240;

const KINDS: FaultRates = {
  status: 0.2,
  limit: 0.05,
  "token-expired": 0.02,
  truncate: 0.1,
  "hang-up": 0.1,
  reset: 0.06,
  "wrong-length": 0.05,
  gzip: 0.06,
  "redirect-loop": 0.03,
  html: 0.08,
  "duplicate-page": 0.08,
  stale: 0.1,
  skew: 0.05,
  "slow-body": 0.02,
};

/** Answers that look right and are not: what they hid comes with the next sweep. */
export const LIES = ["duplicate-page", "stale", "skew"];

export type TroubleOptions = {
  /** Kinds that are left out. */
  readonly without?: readonly string[];
  /** Shares of all requests that go wrong, one of which is drawn. */
  readonly rates?: readonly number[];
  /** How far away a limit's end is. Nobody waits for real: it is over at once, or so far away that the run is given back. */
  readonly farS?: number;
};

/** Trouble of one round, by chance: none, some of everything, much of it, or one kind alone. */
export function troubleOf(random: Random, options: TroubleOptions = {}): Trouble {
  const { without = [], rates = [0, 0.05, 0.15, 0.5], farS = 60 } = options;
  const rate = random.pick(rates);
  if (rate === 0) return { now: null, what: "no faults" };
  const kinds = Object.entries(KINDS).filter(([kind]) => !without.includes(kind));
  const only = random.chance(0.3) ? random.pick(kinds)[0] : null;
  const shares = kinds.map(([kind, share]) => [
    kind,
    only === null ? rate * share : kind === only ? rate : 0,
  ]);
  const inARow = random.pick([2, 2, 6, null]);
  const seed = random.below(2 ** 31);
  const faults = seededFaults(seed, Object.fromEntries(shares), { inARow, delayMs: 2 });
  const tame = tamed({ lag: 1 + random.below(STALE_MAX_S), farS });
  return {
    now: (request, nth) => tame(faults(request, nth)),
    what: `faults ${rate} of ${only ?? "every kind"}, ${inARow ?? "any number"} in a row`,
  };
}

function tamed({ lag, farS }: { lag: number; farS: number }) {
  const far = (seconds: number): number => (seconds > 0 ? farS : seconds);
  return (fault: Fault | null): Fault | null => {
    if (fault?.kind === "stale") return { kind: "stale", seconds: lag };
    if (fault?.kind !== "status") return fault;
    const { retryAfterSeconds: after, limit, ...rest } = fault;
    return {
      ...rest,
      ...(after === undefined ? {} : { retryAfterSeconds: far(after) }),
      ...(limit === undefined
        ? {}
        : { limit: { ...limit, resetInSeconds: far(limit.resetInSeconds) } }),
    };
  };
}
