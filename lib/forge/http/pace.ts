const START = 2;
const LATENCIES_KEPT = 32;
const LATENCIES_NEEDED = 8;
const SLOW_TIMES = 2;
/** A difference below this is the noise of a network, not a forge that suffers. */
const NOISE_MS = 50;

/** How many requests one forge gets at once, and what that rests on. */
export type Pace = {
  /** Rounded down; at least 1. */
  readonly width: number;
  readonly latenciesMs: readonly number[];
  /** Answers to come that were asked for before the last halving, and so say nothing of it. */
  readonly settling: number;
};
export type Answered = { readonly failed: boolean; readonly latencyMs: number };

/** The pace before the first answer: two at once, or fewer where no more are allowed. */
export const startingPace = (max: number): Pace => ({
  width: Math.min(START, max),
  latenciesMs: [],
  settling: 0,
});

/**
 * The pace after one more answer: a little wider after a good one, up to `max`; half as wide after a failure
 * or an answer that took more than twice the median of the last ones. `others` were under way beside it.
 */
export function paceAfter(pace: Pace, answered: Answered, max: number, others: number): Pace {
  const { failed, latencyMs } = answered;
  const latenciesMs = failed
    ? pace.latenciesMs
    : [...pace.latenciesMs, latencyMs].slice(-LATENCIES_KEPT);
  if (pace.settling > 0) return { ...pace, latenciesMs, settling: pace.settling - 1 };
  if (failed || isSlow(latencyMs, pace.latenciesMs)) {
    return { width: Math.max(1, pace.width / 2), latenciesMs, settling: others };
  }
  return { width: Math.min(max, pace.width + 1 / pace.width), latenciesMs, settling: 0 };
}

function isSlow(latencyMs: number, before: readonly number[]): boolean {
  if (before.length < LATENCIES_NEEDED) return false;
  const median = before.toSorted((a, b) => a - b)[Math.floor(before.length / 2)] ?? 0;
  return latencyMs > SLOW_TIMES * median && latencyMs - median > NOISE_MS;
}
