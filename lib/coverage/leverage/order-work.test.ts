import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orderWork } from "./order-work.ts";
import type { Piece } from "./piece.ts";
import type { ItemAt } from "./progress.ts";
import { piece, someItems, someKeys, somePieces } from "./testing/rows.ts";

const NONE: ReadonlySet<string> = new Set();
const gapsOf = (alias: string, count: number): ItemAt[] =>
  Array.from({ length: count }, (_, at) => ({
    naturalKey: `${alias}${at}`,
    alias,
    verdict: "gap",
  }));
const coveredOf = (alias: string, count: number): ItemAt[] =>
  Array.from({ length: count }, (_, at) => ({
    naturalKey: `${alias}-done-${at}`,
    alias,
    verdict: "covered",
  }));
const orderOf = (items: readonly ItemAt[], pieces: readonly Piece[]) =>
  orderWork({ items, pieces, waived: NONE }).order.map((each) => each.piece.key);

describe("what comes first", () => {
  const items = gapsOf("a", 6);
  test.each<[string, readonly Piece[], readonly string[]]>([
    ["the piece that closes most", [piece("x", ["a0"]), piece("y", ["a1", "a2"])], ["y", "x"]],
    [
      "what a piece adds to those before it, not what it closes alone",
      [piece("x", ["a0", "a1", "a2"]), piece("y", ["a1", "a2"]), piece("z", ["a3"])],
      ["x", "z"],
    ],
    [
      "of equal ones the one of less effort",
      [
        piece("a", ["a0"], { kind: "new_gate" }),
        piece("b", ["a1"], { kind: "extend" }),
        piece("c", ["a2"], { kind: "trigger" }),
        piece("d", ["a3"], { kind: "unmask" }),
        piece("e", ["a4"], { kind: "require" }),
        piece("f", ["a5"], { kind: "unfilter" }),
      ],
      ["e", "c", "d", "f", "b", "a"],
    ],
    ["of those the one whose key is first", [piece("y", ["a0"]), piece("x", ["a1"])], ["x", "y"]],
    [
      "a gap that a piece names twice counts once",
      [piece("x", ["a0", "a0"]), piece("y", ["a1", "a2"])],
      ["y", "x"],
    ],
    ["a piece that closes nothing is in no place", [piece("x", ["gone"]), piece("y", [])], []],
    ["nothing at all", [], []],
  ])("%s", (_what, pieces, expected) => {
    expect(orderOf(items, pieces)).toEqual(expected);
  });
});

describe("what each piece changes", () => {
  const items = [
    ...gapsOf("cp", 41),
    ...coveredOf("cp", 61),
    ...gapsOf("core", 11),
    ...coveredOf("core", 41),
  ];
  const family = items.slice(0, 24).map(({ naturalKey }) => naturalKey);
  const pieces = [piece("family", family), piece("mixed", ["cp23", "cp24", "core0"])];
  const { order, rest } = orderWork({ items, pieces, waived: NONE });

  test("the first says how many gaps of its repository it closes, and the figures before and after", () => {
    expect(order[0]).toMatchObject({
      alone: 24,
      program: { before: { covered: 102, of: 154 }, after: { covered: 126, of: 154 } },
      repositories: [
        {
          repository: "cp",
          closes: 24,
          gapsOfRepository: 41,
          before: { covered: 61, of: 102 },
          after: { covered: 85, of: 102 },
        },
      ],
    });
  });

  test("the next goes on from there, in each repository in which it closes a gap", () => {
    expect(order[1]).toMatchObject({
      alone: 3,
      closes: ["core0", "cp24"],
      program: { before: { covered: 126, of: 154 }, after: { covered: 128, of: 154 } },
      repositories: [
        { repository: "core", closes: 1, gapsOfRepository: 11, after: { covered: 42, of: 52 } },
        { repository: "cp", closes: 1, gapsOfRepository: 41, after: { covered: 86, of: 102 } },
      ],
    });
  });

  test("what no piece closes is the rest", () => {
    expect(rest).toHaveLength(52 - 26);
  });

  test("a waived gap is in no figure and no piece closes it", () => {
    const waived = orderWork({ items, pieces, waived: new Set(["cp0", "core1"]) });
    expect(waived.order[0]).toMatchObject({
      alone: 23,
      program: { before: { covered: 102, of: 152 } },
      repositories: [{ gapsOfRepository: 40, before: { covered: 61, of: 101 } }],
    });
    expect(waived.rest).not.toContain("core1");
  });

  test("what is covered stays covered though it was waived once", () => {
    const waived = orderWork({ items, pieces, waived: new Set(["cp-done-0"]) });
    expect(waived.order[0]?.program.before).toEqual({ covered: 102, of: 154 });
  });

  test("a piece that others make needless is spare, with what it would close alone", () => {
    const more = [...pieces, piece("less", family.slice(0, 5)), piece("void", ["gone"])];
    const { spare } = orderWork({ items, pieces: more, waived: NONE });
    expect(spare.map((each) => [each.piece.key, each.alone])).toEqual([
      ["less", 5],
      ["void", 0],
    ]);
  });
});

describe("whatever is given", () => {
  const holds = (
    check: (given: {
      items: readonly ItemAt[];
      pieces: readonly Piece[];
      waived: Set<string>;
    }) => void,
  ) =>
    fc.assert(
      fc.property(someItems, somePieces, someKeys, (items, pieces, keys) =>
        check({ items, pieces, waived: new Set(keys) }),
      ),
    );
  const openGaps = (items: readonly ItemAt[], waived: ReadonlySet<string>) =>
    items
      .filter(({ verdict, naturalKey }) => verdict === "gap" && !waived.has(naturalKey))
      .map(({ naturalKey }) => naturalKey);

  test("the first choice closes as many gaps as any other would, and so does each later one of what is left", () => {
    holds(({ items, pieces, waived }) => {
      const open = new Set(openGaps(items, waived));
      for (const { closes } of orderWork({ items, pieces, waived }).order) {
        const best = pieces.map((each) => new Set(each.closes).intersection(open).size);
        expect(closes.length).toBe(Math.max(...best));
        for (const key of closes) open.delete(key);
      }
    });
  });

  test("each gap is closed by one piece or is in the rest, and nothing else is in either", () => {
    holds(({ items, pieces, waived }) => {
      const { order, rest } = orderWork({ items, pieces, waived });
      const all = [...order.flatMap(({ closes }) => closes), ...rest];
      expect(all.toSorted()).toEqual(openGaps(items, waived).toSorted());
    });
  });

  test("a piece closes only what it said, and no piece is waited for that closes nothing", () => {
    holds(({ items, pieces, waived }) => {
      const { order, spare } = orderWork({ items, pieces, waived });
      for (const { piece: own, closes, alone } of order) {
        expect(own.closes).toEqual(expect.arrayContaining([...closes]));
        expect(closes.length).toBeGreaterThan(0);
        expect(closes.length).toBeLessThanOrEqual(alone);
      }
      expect(order.length + spare.length).toBe(pieces.length);
    });
  });

  test("the order of items and pieces changes nothing", () => {
    const shuffled = <Each>(all: readonly Each[]) =>
      fc.shuffledSubarray([...all], { minLength: all.length });
    fc.assert(
      fc.property(
        fc
          .tuple(someItems, somePieces)
          .chain(([items, pieces]) =>
            fc.tuple(fc.constant({ items, pieces }), shuffled(items), shuffled(pieces)),
          ),
        ([given, items, pieces]) => {
          expect(orderWork({ items, pieces, waived: NONE })).toEqual(
            orderWork({ ...given, waived: NONE }),
          );
        },
      ),
    );
  });

  test("the figures go on from piece to piece, and end where all but the rest is covered", () => {
    holds(({ items, pieces, waived }) => {
      const { order, rest } = orderWork({ items, pieces, waived });
      const covered = items.filter(({ verdict }) => verdict === "covered").length;
      const of = covered + openGaps(items, waived).length;
      let stands = { covered, of };
      for (const { program, repositories, closes } of order) {
        expect(program.before).toEqual(stands);
        expect(repositories.reduce((sum, each) => sum + each.closes, 0)).toBe(closes.length);
        stands = program.after;
      }
      expect(stands).toEqual({ covered: of - rest.length, of });
    });
  });
});
