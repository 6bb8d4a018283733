import { type Known, known } from "#/lib/facts/known.ts";
import type { Gate } from "../gate/gate.ts";
import type { ObservedRuns, RepositoryRuns } from "./observed-runs.ts";

/** What would be told of a change that is merged at a moment while each of these jobs concludes in success on its head and on its merge; what the branch demands is as it is. */
export function greenRuns(
  runs: RepositoryRuns,
  gates: readonly Gate[],
  mergedAt: Date,
): Known<ObservedRuns> {
  const contexts = new Set(
    gates.flatMap((gate) => [...runs.contextsOf(gate), ...runs.blockingOf(gate).contexts]),
  );
  const checks = known(
    [...contexts].map((context) => ({
      context,
      state: "success" as const,
      at: mergedAt,
      url: null,
    })),
  );
  // Who saw no check of any commit yet sees these.
  return known({ ...runs, anySeen: true, mergedAt, head: checks, merged: checks });
}
