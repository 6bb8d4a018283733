import { describe, expect, test } from "vitest";
import { readMergeMessage } from "./read-merge-message.ts";

test.each([
  ["GitHub", "Merge pull request #7 from a/b", "\nfix(core): a\n\nmore", "fix(core): a", "b"],
  [
    "GitHub, a branch with slashes",
    "Merge pull request #7 from a/fix/b",
    "\nfix: a",
    "fix: a",
    "fix/b",
  ],
  ["GitHub, no title", "Merge pull request #7 from a/b", "", "Merge pull request #7 from a/b", "b"],
  [
    "Gitea",
    "Merge pull request 'fix(core): a' (#7) from fix/b into main",
    "",
    "fix(core): a",
    "fix/b",
  ],
  [
    "Gitea, from a fork",
    "Merge pull request 'fix(core): a' (#7) from owner/name:fix/b into main",
    "",
    "fix(core): a",
    "fix/b",
  ],
  [
    "Gitea, quotes and a number in the title",
    "Merge pull request 'it's (#3) ' x' (#7) from b",
    "",
    "it's (#3) ' x",
    "b",
  ],
])("%s", (_name, subject, body, title, headRef) => {
  expect(readMergeMessage(subject, body)).toEqual({ number: 7, title, kind: "merge", headRef });
});

test.each([
  ["squash", "fix(core): a (#7)", "fix(core): a"],
  ["squash of a revert", 'Revert "fix: a (#3)" (#7)', 'Revert "fix: a (#3)"'],
  ["squash with nothing but a number", "(#7)", ""],
])("%s names no branch", (_name, subject, title) => {
  expect(readMergeMessage(subject, "body")).toEqual({
    number: 7,
    title,
    kind: "squash",
    headRef: null,
  });
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

describe("a subject of a million characters is read to its end", () => {
  test.each([
    ["spaces", `a${" ".repeat(1_000_000)}b`],
    ["numbers", `${"(#1) ".repeat(200_000)}b`],
    ["quotes", `Merge pull request '${"' (#1) from ".repeat(90_000)}`],
    ["slashes", `Merge pull request #1 from ${"a/".repeat(500_000)}`],
  ])("%s", (_name, subject) => {
    expect(readMergeMessage(subject, "")?.number ?? 1).toBe(1);
  });
});
