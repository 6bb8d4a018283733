import type { StepView } from "#/lib/contract/step.ts";

/** Whether a step is a person's own word; of a kind of test the policy can say so too. */
export function isByPerson({ rule, note }: StepView): boolean {
  return rule === "decided" || (rule === "kind-decided" && note.includes(" decided so: "));
}
