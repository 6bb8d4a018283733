import { expect, test } from "vitest";
import { stepsOfTests } from "#/lib/coverage/test/steps-of-tests.ts";
import { kindOfStep } from "./kind-of-step.ts";

test("of the steps of one test, the one about its kind gives it", () => {
  const steps = stepsOfTests([
    {
      path: "a_test.go",
      kind: { kind: "integration", rule: "kind-by-path", note: "Its name.", line: null },
      change: { adds: true, rule: "new-test", note: "Kind of new.", line: 3, cases: [], hunks: [] },
      reach: { exercises: "yes", rule: "same-package", note: "Beside it.", line: null },
      counts: true,
    },
  ]);
  expect(steps.map(kindOfStep)).toEqual([null, "integration", null]);
});
