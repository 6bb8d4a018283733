import { expect, test } from "vitest";
import type { StepView } from "#/lib/contract/step.ts";
import { groupSteps } from "./group-steps.ts";

const step = (about: StepView["about"], rule: string): StepView => ({
  about,
  rule,
  note: "a",
  path: null,
  line: null,
});

test("the questions stand in one order, the steps in their own, and none is lost", () => {
  const steps = [
    step("rung", "rung-reached"),
    step("fix", "title-type"),
    step("test", "new-test"),
    step("fix", "decided"),
  ];
  expect(groupSteps(steps).map(({ title, steps: own }) => [title, own.map((s) => s.rule)])).toEqual(
    [
      ["Is it a fix", ["title-type", "decided"]],
      ["Did it bring a test", ["new-test"]],
      ["How far the evidence climbs", ["rung-reached"]],
    ],
  );
});

test("without a step there is no question", () => {
  expect(groupSteps([])).toEqual([]);
});
