import type { Gate } from "../gate/gate.ts";
import { NO_STATUS } from "./executed.ts";
import type { ObservedRuns, RepositoryRuns, Told } from "./observed-runs.ts";

const LATE =
  "last reported after the merge; what it said by then is not held, so that it may have been passed by.";

/** Whether a job holds up a merge to the default branch now and did when the fix was merged: a context of its own or of a job that stands for it is required, and had succeeded on the head by then. One that was skipped did not hold it up. Unknown means that the demands or the head's checks could not be read. Source: PRODUCT, evidence ladder, rung 4. */
export function blockedBy(gate: Gate, runs: ObservedRuns): Told {
  if (!runs.demands.known) return { holds: "unknown", why: runs.demands.why };
  const fault = whyNotRequired(gate, runs);
  if (fault !== null) return { holds: "no", why: fault };
  if (!runs.head.known) return { holds: "unknown", why: runs.head.why };
  if (!runs.anySeen) return { holds: "unknown", why: NO_STATUS };
  const { contexts } = runs.blockingOf(gate);
  const own = runs.head.value.filter(({ context }) => contexts.includes(context));
  // Of a matrix every leg that is demanded holds the merge up.
  const wrong = own.find(({ state }) => state !== "success");
  if (wrong) {
    const why = `It was merged while the required ${wrong.context} was ${wrong.state}.`;
    return { holds: "no", why };
  }
  if (own.length === 0) return { holds: "no", why: unseenText(contexts[0] ?? gate.name) };
  const late = own.find(({ at }) => at > runs.mergedAt);
  if (late) return { holds: "unknown", why: `${late.context} ${LATE}` };
  const names = own.map(({ context }) => context).join(", ");
  const is = own.length === 1 ? "is required, and it" : "are required, and they";
  return { holds: "yes", why: `${names} ${is} had succeeded when it was merged.` };
}

/** A check is looked for by what it is called today; one that was renamed since left nothing under that name. */
const unseenText = (name: string): string =>
  `Nothing was seen of ${name} on the head that was merged, under the name by which it is required now.`;

/** Why a failure of a job blocks no merge to the default branch now, in a sentence; null where it does. Its demands have to be known. */
export function whyNotRequired(gate: Gate, runs: RepositoryRuns): string | null {
  const demanded = runs.demands.known ? runs.demands.value : null;
  if (demanded === null) return "The default branch is not protected.";
  if (!demanded.checksRequired) return "The default branch requires no check.";
  const { required, maskedBy } = runs.blockingOf(gate);
  if (required === "no") return `The default branch does not require ${gate.name}.`;
  if (maskedBy === null) return null;
  return `The required job ${maskedBy} stands for ${gate.name} and passes although it failed.`;
}
