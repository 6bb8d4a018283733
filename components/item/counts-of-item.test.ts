import { expect, test } from "vitest";
import type { StepView } from "#/lib/contract/step.ts";
import { countsOfItem } from "./counts-of-item.ts";

const step = (rule: string): StepView => ({
  about: "fix",
  rule,
  note: "a",
  path: null,
  line: null,
});

test.each([
  ["a fix by its title", ["title-type"], "fix", "fix"],
  ["a fix whose files are unknown", ["title-type", "files-unknown"], "fix", "unclassified"],
  ["that one, decided by a person", ["title-type", "files-unknown", "decided"], "fix", "fix"],
  ["a copy of a fix", ["title-type", "copy"], "fix", "excluded"],
  ["a test that only the audit counts", ["title-type", "test-only"], "test_only", "excluded"],
])("%s", (_what, rules, fixKind, counts) => {
  expect(countsOfItem({ steps: rules.map(step), fixKind })).toBe(counts);
});
