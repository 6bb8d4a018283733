import fc from "fast-check";
import { expect, test } from "vitest";
import { merged, pushed, shaOf } from "../testing/change.ts";
import { orderChanges } from "./order-changes.ts";

const sha = (letter: string) => letter.repeat(40);
const reverts = (id: string) => ({ body: `This reverts commit ${id}.` });
const idsOf = (...changes: Parameters<typeof orderChanges>[0]) =>
  orderChanges(changes).map(({ id }) => id);

test("pull requests of one moment come before pushed commits, and each by their ids", () => {
  const changes = [pushed(sha("b"), 2, "x"), pushed(sha("a"), 2, "x"), merged(2, "x")];
  expect(idsOf(...changes, merged(1, "x"))).toEqual([1, 2, sha("a"), sha("b")]);
});

test("a pushed commit stands behind what it names, whatever its clock says", () => {
  const early = pushed(sha("a"), 1, "Revert it", reverts(sha("b").slice(0, 9)));
  const picked = { body: `(cherry picked from commit ${shaOf(3)})` };
  expect(idsOf(early, pushed(sha("b"), 2, "x", picked), merged(3, "x"))).toEqual([
    3,
    sha("b"),
    sha("a"),
  ]);
});

test("the words of a pull request, which can be edited later, do not move it", () => {
  expect(idsOf(merged(1, "Revert it", reverts(shaOf(2))), merged(2, "x"))).toEqual([1, 2]);
});

test("commits that claim to name each other are each told once, in one order", () => {
  const all = "abcdef"
    .split("")
    .map((letter, at) =>
      pushed(sha(letter), at % 2, "Revert it", reverts(sha("bcdefa"[at] ?? ""))),
    );
  const expected = idsOf(...all);
  expect(new Set(expected)).toEqual(new Set(all.map(({ id }) => id)));
  expect(expected).toHaveLength(all.length);
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      expect(idsOf(...shuffled)).toEqual(expected);
    }),
  );
});

test("fifty thousand commits that each name the next are told in the end", () => {
  const id = (at: number) => `${at}`.padStart(32, "0").padStart(40, "a");
  const all = Array.from({ length: 50_000 }, (_, at) =>
    pushed(id(at), 1, "Revert it", reverts(id(at + 1))),
  );
  expect(orderChanges(all).at(-1)?.id).toBe(id(0));
});
