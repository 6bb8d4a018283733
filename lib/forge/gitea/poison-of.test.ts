import { describe, expect, test } from "vitest";
import type { List, Mark } from "./list.ts";
import { type Neighbours, poisonOf } from "./poison-of.ts";
import type { Slot } from "./read-slots.ts";

const markOf = (number: number): Mark => ({
  text: `#${number}`,
  number,
  at: new Date("2026-01-02T10:00:00Z"),
});
const LIST: Pick<List<number>, "what" | "follows" | "markOf"> = {
  what: "pulls",
  follows: "created before",
  markOf,
};
const NONE: Neighbours = { before: null, after: null };

/** Rows by their numbers; 0 is one that fails, a text one that is not as published. */
function tell(rows: readonly (number | object)[], sides: Neighbours = NONE) {
  const slots = rows.map((row): Slot<number> => {
    if (typeof row === "object") return { why: "odd", raw: row };
    return row === 0 ? { why: "500", raw: null } : { row };
  });
  return poisonOf(LIST as List<number>, slots, sides, 40).map(({ at, number }) => [at, number]);
}

describe("a row that cannot be had", () => {
  const after9 = "pulls created before 2026-01-02 (after #9";
  test.each<[string, readonly (number | object)[], Neighbours, unknown]>([
    ["lies after the row before it", [9, 0, 7], NONE, [[`${after9})`, 8]]],
    ["has no number where others may lie there", [9, 0, 6], NONE, [[`${after9})`, null]]],
    [
      "is counted among those that follow each other",
      [9, 0, 0, 6],
      NONE,
      [
        [`${after9}, 1 of 2)`, 8],
        [`${after9}, 2 of 2)`, 7],
      ],
    ],
    ["is told by the page before", [0, 7], { before: markOf(9), after: null }, [[`${after9})`, 8]]],
    ["is told by the page behind", [9, 0], { before: null, after: markOf(7) }, [[`${after9})`, 8]]],
    [
      "is the first row of all where nothing is before it",
      [0, 7],
      { before: "end", after: null },
      [["pulls (before #7)", null]],
    ],
    [
      "is the oldest of all where nothing is behind it",
      [2, 0],
      { before: null, after: "end" },
      [["pulls created before 2026-01-02 (after #2)", 1]],
    ],
    ["stands alone", [0], NONE, [["pulls (row 41)", null]]],
    ["names itself where it does", [9, { number: 5 }, 7], NONE, [["pulls #5", 5]]],
    ["names itself by its id", [9, { id: 77 }, 7], NONE, [["pulls 77", null]]],
  ])("%s", (_what, rows, sides, expected) => {
    expect(tell(rows, sides)).toEqual(expected);
  });
});
