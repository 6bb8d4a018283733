import type { GatedFacts } from "./gated.ts";
import { heldBack } from "./held-back.ts";

const NAMED_MAX = 3;

/** Why a fix that brought these tests, all of which count, misses the rung `gated`, in a sentence: its tests are of no kind that the policy accepts, the job that runs one does not hold it, or none runs any. */
export function whyNotGated(facts: GatedFacts): string {
  const { tests, rules } = facts;
  const accepted = tests.filter(({ kind }) => rules.acceptedKinds.includes(kind.kind));
  if (accepted.length === 0) {
    const kinds = [...new Set(tests.map(({ kind }) => kind.kind))].toSorted();
    const own = tests.length === 1 ? "Its test is" : "Its tests are";
    return `${own} of the kind ${kinds.join(", ")}, and the policy accepts ${rules.acceptedKinds.join(", ")}.`;
  }
  const [obstacle] = heldBack({ ...facts, tests: accepted });
  if (obstacle) return `${obstacle.gate} runs its test. ${obstacle.why}`;
  const paths = accepted.slice(0, NAMED_MAX).map(({ path }) => path);
  const more = accepted.length - paths.length;
  return `No job runs ${paths.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`;
}
