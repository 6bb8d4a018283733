import { expect, test } from "vitest";
import { readMergeMessage } from "./read-merge-message.ts";

test.each([
  [
    "GitHub",
    "Merge pull request #7 from a/b",
    "\nfix(core): a\n\nmore",
    { number: 7, title: "fix(core): a", kind: "merge" },
  ],
  [
    "GitHub, no title",
    "Merge pull request #7 from a/b",
    "",
    { number: 7, title: "Merge pull request #7 from a/b", kind: "merge" },
  ],
  [
    "Gitea",
    "Merge pull request 'fix(core): a' (#7) from b into main",
    "",
    { number: 7, title: "fix(core): a", kind: "merge" },
  ],
  [
    "Gitea, quotes and a number in the title",
    "Merge pull request 'it's (#3) ' x' (#7) from b",
    "",
    { number: 7, title: "it's (#3) ' x", kind: "merge" },
  ],
  ["squash", "fix(core): a (#7)", "body", { number: 7, title: "fix(core): a", kind: "squash" }],
  [
    "squash of a revert",
    'Revert "fix: a (#3)" (#7)',
    "",
    { number: 7, title: 'Revert "fix: a (#3)"', kind: "squash" },
  ],
])("%s", (_name, subject, body, expected) => {
  expect(readMergeMessage(subject, body)).toEqual(expected);
});

test.each([
  "Merge branch 'main' into x",
  "fix: a, see #7",
  "fix: a (#7) again",
  "fix: a (7)",
  "Merge pull request #x from a/b",
  "",
])("%s names no pull request", (subject) => {
  expect(readMergeMessage(subject, "")).toBeNull();
});
