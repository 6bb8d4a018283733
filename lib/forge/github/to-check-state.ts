import type { CheckState } from "#/lib/facts/check.ts";

// The forge's words, in small letters. Nobody ends a run that is stale: after two weeks the forge gives it up.
const STATES: Readonly<Record<string, CheckState>> = {
  success: "success",
  failure: "failure",
  timed_out: "failure",
  startup_failure: "failure",
  action_required: "failure",
  error: "error",
  neutral: "neutral",
  cancelled: "cancelled",
  stale: "cancelled",
  skipped: "skipped",
  pending: "pending",
  expected: "pending",
};

/** How a check, a run, a job or a step ended, in either interface's letters: `pending` while it is not over, null for a word that we do not know. */
export function toCheckState(ended: string | null | undefined): CheckState | null {
  if (!ended) return "pending";
  const word = ended.toLowerCase();
  return Object.hasOwn(STATES, word) ? (STATES[word] ?? null) : null;
}

// Worst first. A check that somebody cancelled does not let a pull request pass.
const WORST: readonly CheckState[] = [
  "failure",
  "error",
  "cancelled",
  "warning",
  "pending",
  "neutral",
  "skipped",
  "success",
];

/** Whether the first is worse than the second for a pull request that must pass both. */
export const isWorse = (one: CheckState, other: CheckState): boolean =>
  WORST.indexOf(one) < WORST.indexOf(other);
