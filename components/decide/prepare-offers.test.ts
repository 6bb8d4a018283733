import { expect, test } from "vitest";
import type { FixDecisionView } from "#/lib/contract/merged.ts";
import type { StepView } from "#/lib/contract/step.ts";
import { prepareOffers } from "./prepare-offers.ts";

const said = (isFix: boolean): FixDecisionView => ({
  isFix,
  reason: "a",
  by: "b",
  byKind: "person",
  at: "2026-06-12T10:00:00.000Z",
});
const OTHER: StepView = { about: "fix", rule: "other-branch", note: "a", path: null, line: null };

test.each([
  ["a fix", "fix", null, [], ["exclude"]],
  ["an excluded one", "excluded", null, [], ["count"]],
  ["an unclassified one", "unclassified", null, [], ["count", "exclude"]],
  ["a fix by a person's word", "fix", said(true), [], ["exclude", "rules"]],
  ["one that a person excluded", "excluded", said(false), [], ["count", "rules"]],
  ["a fix that a person just excluded", "fix", said(false), [], ["rules"]],
  ["an excluded one that a person just counted", "excluded", said(true), [], ["rules"]],
  ["one of another branch", "excluded", null, [OTHER], []],
  ["one of another branch, with a word to take back", "excluded", said(true), [OTHER], ["rules"]],
  ["a direct commit", "direct", null, [], []],
] as const)("%s", (_what, counts, decision, steps, offers) => {
  expect(prepareOffers({ counts, decision, steps })).toEqual(offers);
});
