import type { CheckFact } from "#/lib/facts/check.ts";
import type { Known } from "#/lib/facts/known.ts";
import type { Gate } from "../gate/gate.ts";
import type { ObservedRuns, Told } from "./observed-runs.ts";

const NOT_TOLD = "How many tests ran is not told.";

/** Why nothing is told of any run. */
export const NO_STATUS = "The forge holds no status of any commit of the repository.";

type Place = { readonly where: string; readonly checks: Known<readonly CheckFact[]> };

/** Whether a job was seen to conclude in success with the merge of a fix or after it; one that was skipped, failed or was not there did not, and unknown means that some commit's checks could not be read. Source: PRODUCT, evidence ladder, rung 3. */
export function executedBy(gate: Gate, runs: ObservedRuns): Told {
  const contexts = runs.contextsOf(gate);
  const places: readonly Place[] = [
    { where: "the merged commit", checks: runs.merged },
    { where: "the head that was merged", checks: runs.head },
  ];
  for (const { where, checks } of places) {
    const passed = ownChecks(contexts, checks).find(({ state }) => state === "success");
    if (passed) return yes(`${passed.context} succeeded on ${where}. ${NOT_TOLD}`);
  }
  const later = contexts.find(runs.passedLater);
  if (later !== undefined)
    return yes(`${later} succeeded on a later commit of the default branch. ${NOT_TOLD}`);
  for (const { checks } of places) if (!checks.known) return unknown(checks.why);
  if (!runs.anySeen) return unknown(NO_STATUS);
  if (runs.unread !== null) return unknown(runs.unread);
  return { holds: "no", why: missText(gate, contexts, places) };
}

const ownChecks = (
  contexts: readonly string[],
  checks: Known<readonly CheckFact[]>,
): readonly CheckFact[] =>
  checks.known ? checks.value.filter(({ context }) => contexts.includes(context)) : [];

function missText(gate: Gate, contexts: readonly string[], places: readonly Place[]): string {
  const said = places.flatMap(({ where, checks }) =>
    ownChecks(contexts, checks).map(
      ({ context, state }) => `${context} was ${wordOf(state)} on ${where}`,
    ),
  );
  const told =
    said.length > 0
      ? said.join("; ")
      : "neither its head nor its merge has a check under the present name of the job";
  return `The job ${gate.name} was not seen to succeed with the fix or after it: ${told}.`;
}

const wordOf = (state: CheckFact["state"]): string =>
  state === "failure" || state === "error" ? "failing" : state;

const yes = (why: string): Told => ({ holds: "yes", why });
const unknown = (why: string): Told => ({ holds: "unknown", why });
