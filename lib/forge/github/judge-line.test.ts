import { expect, test } from "vitest";
import { judgeLine } from "./judge-line.ts";
import type { Commit } from "./list-history.ts";

const HERE = 11;
const MERGED = { shas: new Map([["last", 7]]), numbers: new Set([7, 8]) };
const at = (minute: number) => new Date(Date.UTC(2026, 5, 1, 0, minute));

const commit = (oid: string, changed: Partial<Commit> = {}): Commit => ({
  oid,
  message: `fix: ${oid}`,
  committedDate: at(60),
  authoredDate: at(1),
  author: { name: "kimi", user: null },
  parents: { nodes: [{ oid: "parent" }] },
  ...changed,
});
const named = (number: number) => ({
  associatedPullRequests: {
    nodes: [{ number, state: "MERGED", baseRepository: { databaseId: HERE } }],
  },
});

/** What is told of a line, the newest first, and which pull requests were asked for. */
async function judged(line: readonly Commit[], own: readonly Commit[]) {
  const asked: number[] = [];
  const judge = judgeLine(async (number) => {
    asked.push(number);
    return own;
  }, MERGED);
  const told: [string, boolean, string | null][] = [];
  for (const one of line) {
    told.push([one.oid, await judge.isBrought(one, HERE), judge.openedBy()]);
  }
  return { told, asked };
}

test("commits of a rebase that the forge does not name yet are found by what a rebase keeps", async () => {
  const [middle, first] = [commit("middle"), commit("first")];
  const line = [commit("last"), middle, first, commit("direct"), commit("older")];
  const before = [middle, first].map((one) => ({ ...one, oid: `before ${one.oid}` }));
  expect(await judged(line, before)).toEqual({
    told: [
      ["last", true, "last"],
      ["middle", true, "last"],
      ["first", true, "last"],
      ["direct", false, null],
      ["older", false, null],
    ],
    asked: [7],
  });
});

test("where the forge names every commit, nothing is asked for", async () => {
  const line = [commit("last", named(7)), commit("first", named(7)), commit("other", named(8))];
  const { told, asked } = await judged(line, []);
  expect(told.map(([, isBrought, openedBy]) => [isBrought, openedBy])).toEqual([
    [true, "last"],
    [true, "last"],
    [true, null],
  ]);
  expect(asked).toEqual([]);
});

test.each([
  ["another author", { author: { name: "minimax", user: null } }],
  ["another moment", { authoredDate: at(2) }],
  ["another title", { message: "fix: another" }],
])("a commit of %s is none of the rebase", async (_what, changed) => {
  const { told } = await judged([commit("last"), commit("first", changed)], [commit("first")]);
  expect(told.at(-1)).toEqual(["first", false, null]);
});
