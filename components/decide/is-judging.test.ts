import { expect, test } from "vitest";
import { isJudging } from "./is-judging.ts";

const EARLY = "2026-06-12T10:00:00.000Z";
const LATE = "2026-06-12T10:00:00.001Z";

test.each([
  ["nobody decided anything", null, EARLY, false],
  ["nothing was ever judged, and nobody decided", null, null, false],
  ["a decision came before the first assessment", EARLY, null, true],
  ["a decision came after the assessment", LATE, EARLY, true],
  ["the assessment came after", EARLY, LATE, false],
  ["both have one moment", EARLY, EARLY, false],
])("%s: %s, %s → %s", (_what, lastDecisionAt, assessedAt, judging) => {
  expect(isJudging({ lastDecisionAt, assessedAt })).toBe(judging);
});
