import type { Known } from "#/lib/facts/known.ts";
import { TEST_KINDS, type TestKind } from "../policy.ts";
import type { JudgedTest } from "./judge-tests.ts";

export type StrongestTest = {
  /** `none` when no test certainly counts. */
  readonly kind: TestKind | "none";
  /** Whether a test of it plausibly fails without the fix. */
  readonly exercises: "yes" | "no" | "unclear";
};

/** The strongest kind among the tests that count as evidence, and the best answer to whether one reaches the fix. */
export function strongestTest(tests: Known<readonly JudgedTest[]>): StrongestTest {
  if (!tests.known) return { kind: "none", exercises: "unclear" };
  const counting = tests.value.filter(({ counts }) => counts === true);
  const kind = TEST_KINDS.findLast((each) => counting.some((test) => test.kind.kind === each));
  if (kind) {
    const reached = counting.some(({ reach }) => reach?.exercises === "yes");
    return { kind, exercises: reached ? "yes" : "unclear" };
  }
  const isOpen = tests.value.some(({ counts }) => counts === null);
  return { kind: "none", exercises: isOpen ? "unclear" : "no" };
}
