import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { known } from "#/lib/facts/known.ts";
import { merged, pushed, shaOf } from "../testing/change.ts";
import { file, patched } from "../testing/file.ts";
import { digestPatches } from "./digest-patches.ts";
import { traceLineage } from "./trace-lineage.ts";

describe("reverts", () => {
  const fix = merged(1, "fix(core): keep the order");

  test.each([
    ["the forge's title", merged(2, 'Revert "fix(core): keep the order"')],
    ["a title with the number", merged(2, 'Revert "fix(core): keep the order (#1)" (#2)')],
    ["the message of git", merged(2, "Revert", { body: `This reverts commit ${shaOf(1)}.` })],
    [
      "a short commit id",
      merged(2, "Revert it", { body: `This reverts commit ${shaOf(1).slice(0, 9)}` }),
    ],
    ["the forge's body", merged(2, "revert: x", { body: "Reverts owner/name#1" })],
    ["a conventional title", merged(2, "revert(core): fix(core): keep the order")],
    [
      "a title behind a type",
      merged(2, 'fix(core)!: revert "fix(core): keep the order (#1)" (#2)'),
    ],
    ["the message of a merge", merged(2, 'Revert "Merge pull request #1 from owner/branch"')],
    ["that of another forge", merged(2, `Revert "Merge pull request 'x' (#1) from a/b into main"`)],
  ])("%s takes the fix back", (_name, revert) => {
    expect(traceLineage([fix, revert]).get(1)).toEqual({ revertedBy: 2, copyOf: null });
  });

  test.each([
    ["its own revert", merged(3, 'Revert "Revert "fix(core): keep the order""')],
    ["a re-application", merged(3, 'Reapply "fix(core): keep the order"')],
    ["being merged again", merged(3, "fix(core): keep the order (cherry-pick #1)")],
  ])("a revert is undone by %s", (_name, undo) => {
    const revert = merged(2, 'Revert "fix(core): keep the order"');
    expect(traceLineage([fix, revert, undo]).get(1)?.revertedBy ?? null).toBeNull();
  });

  test.each([
    ["a later fix of the same title", merged(2, 'Revert "fix(core): keep the order"'), 3],
    ["an issue number that no pull request has", merged(2, 'Revert "x (#77)"'), 1],
    ["a word that only begins alike", merged(2, "reverting-proxy: fix(core): keep the order"), 1],
    ["a noun behind a type", merged(2, "fix(core): revert keep the order"), 1],
    ["a quoted word behind a type", merged(2, 'fix: revert "x" works', { body: "Reverts #1" }), 1],
  ])("%s is not taken back", (_name, revert, number) => {
    const later = merged(3, "fix(core): keep the order");
    expect(traceLineage([fix, revert, later]).get(number)?.revertedBy ?? null).toBeNull();
  });
});

describe("copies", () => {
  const fix = merged(1, "fix(core): keep the order");

  test.each([
    ["a title that says so", merged(2, "fix(core): keep the order (cherry-pick #1 for 3.0)")],
    ["a backport's title", merged(2, "[release-3.0] Backport #1: keep the order")],
    ["the trailer of -x", merged(2, "fix: x", { body: `(cherry picked from commit ${shaOf(1)})` })],
    ["the same title with its number", merged(2, "fix(core): keep the order (#1)")],
    ["a body that says so", merged(2, "fix: x", { body: "Backport of #1" })],
  ])("%s makes a copy", (_name, copy) => {
    expect(traceLineage([fix, copy]).get(2)).toEqual({ revertedBy: null, copyOf: 1 });
  });

  test.each([
    ["a number of an issue behind the title", merged(2, "fix(core): keep the order (#44)")],
    ["another title with the number", merged(2, "fix(core): keep another order (#1)")],
    ["the same title alone", merged(2, "fix(core): keep the order")],
    ["a number that comes later", merged(2, "fix: x (cherry-pick #9)")],
  ])("%s makes none", (_name, other) => {
    expect(traceLineage([fix, other, merged(9, "fix: x")]).get(2)).toBeUndefined();
  });

  test("the same patch makes a copy, whatever the title and the line numbers", () => {
    const lines = ["+one()", "+two()", "-three()"];
    const digest = digestPatches(known([patched("src/a.ts", lines)]));
    const shifted = known([patched("src/a.ts", [" before", ...lines])]);
    expect(digest).not.toBeNull();
    expect(digestPatches(shifted)).toBe(digest);
    const copy = merged(2, "Another title", { patchDigest: digest });
    const first = merged(1, "fix: a", { patchDigest: digest });
    expect(traceLineage([copy, first]).get(2)?.copyOf).toBe(1);
  });

  test.each([
    ["another line", known([patched("src/a.ts", ["+one()", "+two()", "-four()"])])],
    ["another path", known([patched("src/b.ts", ["+one()", "+two()", "-three()"])])],
    [
      "another file beside it",
      known([patched("src/a.ts", ["+one()", "+two()", "-three()"]), file("b")]),
    ],
  ])("%s makes another mark", (_name, files) => {
    const digest = digestPatches(known([patched("src/a.ts", ["+one()", "+two()", "-three()"])]));
    expect(digestPatches(files)).not.toBe(digest);
  });

  test("a patch that is unknown, was not asked for or is tiny has no mark", () => {
    const unread = { ...file("a.ts"), patch: { known: false, why: "missing" } as const };
    expect(digestPatches(known([unread]))).toBeNull();
    expect(digestPatches(known([file("a.ts")]))).toBeNull();
    expect(digestPatches(known([patched("a.ts", ["+one()"])]))).toBeNull();
  });
});

test("the order in which changes are given does not matter", () => {
  const all = [
    pushed("b".repeat(40), 2, 'Revert "fix: a"', { body: `This reverts commit ${shaOf(1)}.` }),
    pushed("c".repeat(40), 2, 'Reapply "fix: a"', {
      body: `This reverts commit ${"b".repeat(40)}.`,
    }),
    pushed("d".repeat(40), 2, "fix: a", { body: `(cherry picked from commit ${shaOf(1)})` }),
    merged(1, "fix: a"),
    merged(2, 'Revert "fix: a"'),
    merged(3, 'Revert "Revert "fix: a""'),
    merged(4, "fix: b"),
    merged(5, "fix: b (#4)"),
    merged(6, 'Revert "fix: b"'),
  ];
  const expected = [...traceLineage(all)].toSorted(([one], [other]) => one - other);
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      const found = [...traceLineage(shuffled)].toSorted(([one], [other]) => one - other);
      expect(found).toEqual(expected);
    }),
  );
});

describe("branches", () => {
  const main = { baseRef: "main" };
  const release = { baseRef: "release" };
  const fix = merged(1, "fix: keep the order", main);

  test.each([
    ["by its title", merged(3, 'Revert "fix: keep the order"', release)],
    ["by its number", merged(3, "Revert it", { ...release, body: "Reverts #1" })],
  ])("a revert on another branch, %s, leaves the fix where it is", (_name, revert) => {
    expect(traceLineage([fix, revert]).get(1)?.revertedBy ?? null).toBeNull();
  });

  test("of two of a title a revert takes the one of its branch", () => {
    const port = merged(2, "fix: keep the order (#1)", release);
    const lineages = traceLineage([fix, port, merged(3, 'Revert "fix: keep the order"', main)]);
    expect([1, 2].map((number) => lineages.get(number)?.revertedBy ?? null)).toEqual([3, null]);
  });

  test("a copy of what was merged elsewhere says so", () => {
    const port = merged(2, "fix: keep the order (#1)", release);
    const lineage = { revertedBy: null, copyOf: 1, isFirst: true };
    expect(traceLineage([fix, port]).get(2)).toEqual(lineage);
  });

  test.each([
    ["the branch that has them already", main, undefined],
    ["another branch", release, 1],
  ])("the same lines again on %s", (_name, branch, copyOf) => {
    const same = { patchDigest: "x" };
    const lineages = traceLineage([
      { ...fix, ...same },
      merged(2, "fix: a check", { ...branch, ...same }),
    ]);
    expect(lineages.get(2)?.copyOf).toBe(copyOf);
  });

  test("the same lines again on their branch after a revert are a copy", () => {
    const same = { ...main, patchDigest: "x" };
    const lineages = traceLineage([
      { ...fix, ...same },
      merged(2, 'Revert "fix: keep the order"', main),
      merged(3, "fix: a check", same),
    ]);
    expect([lineages.get(1)?.revertedBy ?? null, lineages.get(3)?.copyOf]).toEqual([null, 1]);
  });
});

test("a copy of a copy is listed under the first", () => {
  const lineages = traceLineage([
    merged(1, "fix: a"),
    merged(2, "fix: b (cherry-pick #1)"),
    merged(3, "fix: c (cherry-pick #2)"),
  ]);
  expect(lineages.get(3)?.copyOf).toBe(1);
});

test("the revert of what was merged again takes the original back too, and its own revert brings it back", () => {
  const history = [
    merged(1, "fix: a"),
    merged(2, 'Revert "fix: a"'),
    merged(3, "fix: a (#1)"),
    merged(4, 'Revert "fix: a (#3)"'),
  ];
  expect(traceLineage(history).get(1)?.revertedBy).toBe(4);
  const back = traceLineage([...history, merged(5, 'Revert "Revert "fix: a (#3)""')]);
  expect(back.get(1)?.revertedBy ?? null).toBeNull();
});

test.each([
  ["a body of blank lines", "Revert x", `${"\n".repeat(100_000)}x`],
  ["a title of numbers", `fix ${" (#1) ".repeat(20_000)}!`, null],
  ["a title of blanks", `fix ${" ".repeat(100_000)}x`, null],
  ["a title of a type's brackets", `fix(${"(".repeat(100_000)}: revert "x"`, null],
  ["a title of quotes", `Revert "Merge pull request '${"' (#1) ".repeat(20_000)}`, null],
])("%s is read to its end", (_name, title, body) => {
  expect(traceLineage([merged(1, title, { body })]).size).toBe(0);
});

test.each([
  [
    "of one patch",
    (number: number) => merged(number, `fix: ${number}`, { patchDigest: "x" }),
    19_999,
  ],
  [
    "of one title",
    (number: number) => merged(number, number % 2 ? "fix: a" : 'Revert "fix: a"'),
    10_000,
  ],
  [
    "of which each reverts the last",
    (number: number) =>
      merged(number, "Revert it", {
        sha: `${number}`.padStart(40, "0"),
        body: number > 1 ? `This reverts commit ${`${number - 1}`.padStart(40, "0")}` : null,
      }),
    10_000,
  ],
])("20,000 pull requests %s are told apart", (_name, make, found) => {
  const history = Array.from({ length: 20_000 }, (_, at) => make(at + 1));
  expect(traceLineage(history).size).toBe(found);
});
