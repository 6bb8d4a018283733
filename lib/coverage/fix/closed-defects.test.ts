import { expect, test } from "vitest";
import { known } from "#/lib/facts/known.ts";
import { classifyFix } from "./classify-fix.ts";
import { closedDefects } from "./closed-defects.ts";

const labels = new Map([
  [12, ["type: bug"]],
  [13, ["enhancement"]],
]);
const closing = (title: string, body: string | null) =>
  closedDefects([{ number: 40, title, body }], (issue) => labels.get(issue) ?? null).get(40);

test.each([
  ["a closing keyword in the text", "Sort by name", "Closes #12"],
  ["a keyword with a colon", "Sort by name", "What it does.\n\nFixes: #12"],
  ["the title", "Sort by name (closes #12)", null],
  ["the second of two issues", "Sort by name", "Closes #13, closes #12"],
])("%s closes a defect", (_what, title, body) => {
  expect(closing(title, body)).toEqual({ number: 12, label: "type: bug" });
});

test.each([
  ["a mere mention", "See #12"],
  ["an issue that is no defect", "Closes #13"],
  ["an issue that was not read", "Closes #14"],
  ["an issue of another repository", "Closes other#12"],
  ["a task that is not done", "- [ ] closes #12"],
  ["a quotation", "> Closes #12"],
  ["no text", null],
])("%s closes none", (_what, body) => {
  expect(closing("Sort by name", body)).toBeUndefined();
});

const change = (path: string, title: string) => ({
  title,
  labels: [],
  headRef: null,
  files: known([
    { path, previousPath: null, status: "modified", additions: 1, deletions: 1 } as const,
  ]),
  rules: { ciCountsAsProduct: false },
  closes: { number: 12, label: "bug" },
});

test.each([
  ["a title that names no kind, with code", "Sort by name", "src/sort.go", true],
  ["a title that names no kind, with words alone", "Sort by name", "README.md", false],
  ["a title that says what it is", "feat: sort by name", "src/sort.go", false],
])("what closes a defect is a fix by %s: %s, %s → %s", (_what, title, path, isFix) => {
  expect(classifyFix(change(path, title)).isFix).toBe(isFix);
});
