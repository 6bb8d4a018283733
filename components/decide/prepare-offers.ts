import type { CountsAs, FixDecisionView } from "#/lib/contract/merged.ts";
import type { StepView } from "#/lib/contract/step.ts";
import { OTHER_BRANCH } from "../step/deciding-step.ts";

/** What a person can say of one pull request; `rules` takes an earlier word back. */
export type Offer = "count" | "exclude" | "rules";

type Standing = {
  readonly counts: CountsAs;
  readonly decision: FixDecisionView | null;
  readonly steps: readonly StepView[];
};

/** What can be decided about a pull request; nothing where a decision would change nothing. */
export function prepareOffers({ counts, decision, steps }: Standing): readonly Offer[] {
  if (counts === "direct") return [];
  const back: readonly Offer[] = decision === null ? [] : ["rules"];
  // Only what was merged to the branch in scope can count.
  if (steps.some(({ rule }) => rule === OTHER_BRANCH)) return back;
  const count: readonly Offer[] = counts === "fix" || decision?.isFix === true ? [] : ["count"];
  const exclude: readonly Offer[] =
    counts === "excluded" || decision?.isFix === false ? [] : ["exclude"];
  return [...count, ...exclude, ...back];
}
