import { expect, test } from "vitest";
import { known, unknown } from "#/lib/facts/known.ts";
import { judgeFix } from "./judge-fix.ts";
import { PolicyRules, PRESETS } from "./policy.ts";

const rules = PolicyRules.parse(PRESETS.gated);
const modified = (path: string) =>
  ({ path, previousPath: null, status: "modified", additions: null, deletions: null }) as const;

test("a fix with a test is judged by every rule at once", () => {
  const files = known([modified("src/a.go"), modified("src/a_test.go")]);
  expect(
    judgeFix({ title: "fix(core): a", labels: [], files, gates: known([]), rules }),
  ).toMatchObject({
    classification: { isFix: true, kind: "fix" },
    standing: { rung: "tested", missed: "gated" },
    hasTest: { known: true, value: true },
    inAuditPopulation: true,
  });
});

test("a missing file list is unknown, never a gap", () => {
  const files = unknown("cut short");
  const judged = judgeFix({ title: "fix(core): a", labels: [], files, gates: known([]), rules });
  expect(judged).toMatchObject({
    classification: { isFix: null },
    standing: { rung: "none", missed: null },
    hasTest: { known: false, why: "cut short" },
  });
});
