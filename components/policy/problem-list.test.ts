import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PolicyRules, PRESETS } from "#/lib/coverage/policy.ts";
import { type Draft, draftOf, readDraft } from "./draft.ts";
import { ProblemList, sayWhat } from "./problem-list.tsx";

const DRAFT = draftOf(PolicyRules.parse(PRESETS.blocking));
const problemsOf = (change: Partial<Draft>): readonly string[] => {
  const read = readDraft({ ...DRAFT, ...change });
  return "problems" in read ? read.problems : [];
};
const shown = (problems: readonly string[]): string =>
  renderToStaticMarkup(createElement(ProblemList, { problems })).replaceAll(/<[^>]*>/g, "");

test.each<readonly [string, Partial<Draft>, string]>([
  [
    "an empty number",
    { agentMinutes: "" },
    "Minutes an agent’s claim lasts: give a whole number, 1 to 1440",
  ],
  [
    "too large a number",
    { reviews: "11" },
    "Reviews before a gap closes: give a whole number, 0 to 10",
  ],
  [
    "half a day",
    { personDays: "0.5" },
    "Days a person’s claim lasts: give a whole number, 1 to 90",
  ],
  ["no day at all", { daysMax: "0" }, "Days a waiver lasts at most: give a whole number, 1 to 90"],
  ["no name", { name: " " }, "Name: give the policy a name"],
  ["no kind of test", { acceptedKinds: [] }, "Tests that count: accept at least one kind of test"],
])("%s is told by the label of its field", (_what, change, says) => {
  expect(shown(problemsOf(change))).toBe(says);
});

test("a place inside a list stands behind the label of the list", () => {
  expect(shown(problemsOf({ fixRules: '[{"wen": {}}]' }))).toMatch(
    /^Rules on what counts as a fix \[0\]\.when: is missing/,
  );
});

test("what is of another form is told as it is", () => {
  expect(shown(["namely: no", "Roles, line 2: say who"])).toBe("namely: noRoles, line 2: say who");
});

test("beside its field a problem is told without the label", () => {
  expect(problemsOf({ reviews: "two" }).map(sayWhat)).toEqual(["give a whole number, 0 to 10"]);
  expect(problemsOf({ name: "" }).map(sayWhat)).toEqual(["give the policy a name"]);
});
