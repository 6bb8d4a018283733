import type { Known } from "#/lib/facts/known.ts";
import { type Gate, gateRef } from "../gate/gate.ts";
import type { ObservedRuns } from "../rung/observed-runs.ts";

/** The gates, as `workflow:job`, that are not known to have succeeded on the head of a fix when it was merged: to require them now does not bring that fix to the rung `blocking`. All of them where nothing is told of runs. */
export function mergedWithout({
  gates,
  runs,
}: {
  readonly gates: readonly Gate[];
  readonly runs: Known<ObservedRuns>;
}): readonly string[] {
  return gates.filter((gate) => !runs.known || !hadPassed(gate, runs.value)).map(gateRef);
}

/** The same question as of a required context, asked of all that the job reports under. */
function hadPassed(gate: Gate, { head, contextsOf, mergedAt }: ObservedRuns): boolean {
  if (!head.known) return false;
  const contexts = new Set(contextsOf(gate));
  const own = head.value.filter(({ context }) => contexts.has(context));
  return own.length > 0 && own.every(({ state, at }) => state === "success" && at <= mergedAt);
}
