import type { StepView } from "#/lib/contract/step.ts";

const GROUPS = [
  ["fix", "Is it a fix"],
  ["test", "Did it bring a test"],
  ["reach", "Does the test reach the fix"],
  ["rung", "How far the evidence climbs"],
] as const;

export type StepGroup = { readonly title: string; readonly steps: readonly StepView[] };

/** The steps by the question that they answer, in their own order; a question that nothing answers is left out. */
export function groupSteps(steps: readonly StepView[]): readonly StepGroup[] {
  return GROUPS.map(([about, title]) => ({
    title,
    steps: steps.filter((step) => step.about === about),
  })).filter((group) => group.steps.length > 0);
}
