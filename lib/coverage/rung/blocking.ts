import type { Gate } from "../gate/gate.ts";
import { contextsOf, NO_STATUS, ownChecks } from "./executed.ts";
import type { ObservedRuns, Told } from "./observed-runs.ts";

/** Whether a job holds up a merge to the default branch now and did when the fix was merged: its context is required, and it had succeeded on the head by then. One that was skipped did not hold it up. Unknown means that the demands or the head's checks could not be read. Source: PRODUCT, evidence ladder, rung 4. */
export function blockedBy(gate: Gate, runs: ObservedRuns): Told {
  const { demands } = runs;
  if (!demands.known) return { holds: "unknown", why: demands.why };
  const required = requiredContext(gate, runs);
  if (required === null) return { holds: "no", why: notRequired(gate, runs) };
  if (!runs.head.known) return { holds: "unknown", why: runs.head.why };
  if (runs.seen.length === 0) return { holds: "unknown", why: NO_STATUS };
  const own = ownChecks(gate, runs, runs.head);
  if (own.some(({ state }) => state === "success"))
    return {
      holds: "yes",
      why: `${required} is required, and it had succeeded when it was merged.`,
    };
  const first = own[0];
  const was = first === undefined ? "missing" : first.state;
  return { holds: "no", why: `It was merged while the required ${required} was ${was}.` };
}

/** The context of a job that the default branch demands; null when it demands none of them, or could not be read. */
export function requiredContext(gate: Gate, runs: ObservedRuns): string | null {
  const demanded = runs.demands.known ? runs.demands.value : null;
  if (!demanded?.checksRequired) return null;
  const contexts = contextsOf(gate, runs);
  // Checks that are required without a list: all of them are.
  if (demanded.contexts.length === 0) return contexts[0] ?? null;
  return (
    contexts.find((context) =>
      demanded.contexts.some((pattern) => runs.asksFor(pattern, context)),
    ) ?? null
  );
}

function notRequired(gate: Gate, { demands }: ObservedRuns): string {
  const demanded = demands.known ? demands.value : null;
  if (demanded === null) return "The default branch is not protected.";
  if (!demanded.checksRequired) return "The default branch requires no check.";
  return `The default branch does not require ${gate.name}.`;
}
