import type { JudgedTest } from "../test/judge-tests.ts";
import type { Evidence } from "../verdict.ts";

/** What shows that a fix reached the rung `tested`; empty when nothing certainly does. */
export function testedEvidence(tests: readonly JudgedTest[]): readonly Evidence[] {
  return tests
    .filter(({ counts }) => counts === true)
    .map(({ path, change, reach }) => ({
      rule: change.rule,
      rung: "tested",
      path,
      gate: null,
      note: reach?.exercises === "yes" ? `${change.note} ${reach.note}` : change.note,
    }));
}

/** Why it cannot be told whether a fix reached the rung `tested`; null when it can. */
export function testedUnknown(tests: readonly JudgedTest[]): string | null {
  const unclear = tests.find(({ counts }) => counts === null);
  return unclear ? `${unclear.path}: ${unclear.change.note}` : null;
}
