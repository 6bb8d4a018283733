import type { StepView } from "#/lib/contract/step.ts";

/** Stands before the rules that would have decided on the branch in scope. */
export const OTHER_BRANCH = "other-branch";

/** The step that decided what a pull request counts as; null where none was recorded. */
export function decidingStep(steps: readonly StepView[]): StepView | null {
  const elsewhere = steps.find(({ rule }) => rule === OTHER_BRANCH);
  return elsewhere ?? steps.findLast(({ about }) => about === "fix") ?? null;
}
