import type { StepView } from "#/lib/contract/step.ts";
import { TEST_KINDS, type TestKind } from "#/lib/coverage/policy.ts";

/** The kind of test that a step gives to a path; null for every other step. */
export function kindOfStep({ about, note }: StepView): TestKind | null {
  if (about !== "test") return null;
  return TEST_KINDS.find((kind) => note.startsWith(`Kind ${kind}: `)) ?? null;
}
