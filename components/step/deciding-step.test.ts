import { expect, test } from "vitest";
import type { StepView } from "#/lib/contract/step.ts";
import { decidingStep } from "./deciding-step.ts";
import { isByPerson } from "./is-by-person.ts";

const step = (about: StepView["about"], rule: string, note = "a"): StepView => ({
  about,
  rule,
  note,
  path: null,
  line: null,
});

test.each([
  ["nothing was recorded", [], null],
  ["only tests were", [step("test", "new-test")], null],
  [
    "the last about the fix counts",
    [step("fix", "title-type"), step("fix", "test-only"), step("test", "new-test")],
    "test-only",
  ],
  [
    "another branch counts before all",
    [step("fix", "other-branch"), step("fix", "title-type")],
    "other-branch",
  ],
])("what decides: %s", (_what, steps, rule) => {
  expect(decidingStep(steps)?.rule ?? null).toBe(rule);
});

test.each([
  ["a person said that it is a fix", step("fix", "decided"), true],
  ["a person said of which kind", step("test", "kind-decided", "Kind e2e: A decided so: b"), true],
  ["the policy said of which kind", step("test", "kind-decided", "Kind e2e: by policy"), false],
  ["a rule did", step("fix", "title-type"), false],
])("%s", (_what, given, byPerson) => {
  expect(isByPerson(given)).toBe(byPerson);
});
