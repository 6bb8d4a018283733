import { expect, test } from "vitest";
import { isBrought } from "./is-brought.ts";
import type { Commit } from "./list-history.ts";

const HERE = 11;
const commit = (changed: Partial<Commit> = {}): Commit => ({
  oid: "a".repeat(40),
  message: "fix: a cart",
  committedDate: new Date(0),
  authoredDate: new Date(0),
  parents: { nodes: [{ oid: "b".repeat(40) }] },
  ...changed,
});
const named = (number: number, state = "MERGED", databaseId = HERE) => ({
  associatedPullRequests: { nodes: [{ number, state, baseRepository: { databaseId } }] },
});
const merge = { parents: { nodes: [{ oid: "b".repeat(40) }, { oid: "c".repeat(40) }] } };

test.each<[string, Partial<Commit>, boolean]>([
  ["of which nobody says anything", {}, false],
  ["that merged one", { oid: "m".repeat(40) }, true],
  ["of a rebase, which the forge names alone", named(7), true],
  ["of a pull request that is still open", named(7, "OPEN"), false],
  ["of a pull request that is not known as merged", named(9), false],
  ["of another repository's pull request", named(7, "MERGED", 12), false],
  ["whose message is a squash", { message: "fix: a cart (#7)\n\nMore." }, true],
  [
    "whose message is a merge",
    { ...merge, message: "Merge pull request #7 from o/b\n\nfix" },
    true,
  ],
  [
    "that merges a branch and only quotes a squash",
    { ...merge, message: "fix: a cart (#7)" },
    false,
  ],
  ["whose message names another", { message: "fix: a cart (#9)" }, false],
])("a commit %s was brought by a merged pull request: %s", (_what, changed, expected) => {
  const merged = { shas: new Map([["m".repeat(40), 7]]), numbers: new Set([7]) };
  expect(isBrought(commit(changed), merged, HERE)).toBe(expected);
});
