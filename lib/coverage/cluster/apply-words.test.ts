import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyWords } from "./apply-words.ts";
import { type ClusterWord, ClusterWordValue } from "./cluster-word.ts";
import type { Group } from "./group.ts";

const group = (key: string, items: readonly string[], more: Partial<Group> = {}): Group => ({
  key,
  name: key.toUpperCase(),
  why: "since",
  origin: "suggested",
  topics: [],
  claimed: null,
  architecture: false,
  pinned: false,
  recurringRule: false,
  parts: [],
  items,
  words: [],
  ...more,
});

const GROUPS = [group("shop.a", ["1", "2", "3"]), group("shop.b", ["4", "5"]), group("r", ["6"])];
const ITEMS = ["1", "2", "3", "4", "5", "6", "7"];

function after(...values: readonly ClusterWordValue[]) {
  const words = values.map((value, index): ClusterWord => ({ id: index + 1, ...value }));
  const { groups, idle } = applyWords({ groups: GROUPS, items: ITEMS, words });
  const shown = groups.map(({ key, name, items }) => `${key} ${name}: ${items.join(" ")}`.trim());
  return { shown, idle, groups };
}

const [A, B, R] = ["shop.a SHOP.A: 1 2 3", "shop.b SHOP.B: 4 5", "r R: 6"];

describe("a word", () => {
  test.each<[string, ClusterWordValue, string[]]>([
    [
      "renames",
      { verb: "rename", value: { cluster: "shop.a", name: "Cart" } },
      ["shop.a Cart: 1 2 3", B, R],
    ],
    [
      "merges",
      { verb: "merge", value: { clusters: ["shop.b", "r"], into: "shop.a" } },
      ["shop.a SHOP.A: 1 2 3 4 5 6"],
    ],
    [
      "merges what is there",
      { verb: "merge", value: { clusters: ["gone", "shop.a", "r"], into: "shop.a" } },
      ["shop.a SHOP.A: 1 2 3 6", B],
    ],
    [
      "splits",
      { verb: "split", value: { cluster: "shop.a", items: ["2", "4"], key: "two", name: "Two" } },
      ["shop.a SHOP.A: 1 3", B, R, "two Two: 2"],
    ],
    [
      "moves",
      { verb: "move", value: { items: ["1", "7"], to: "r" } },
      ["shop.a SHOP.A: 2 3", B, "r R: 1 6 7"],
    ],
    [
      "moves out of every cluster",
      { verb: "move", value: { items: ["1"], to: null } },
      ["shop.a SHOP.A: 2 3", B, R],
    ],
    [
      "names a cluster by its key at a rung",
      { verb: "rename", value: { cluster: "shop.b--gated", name: "Orders" } },
      [A, "shop.b Orders: 4 5", R],
    ],
  ])("%s", (_name, value, expected) => {
    expect(after(value)).toMatchObject({ shown: expected, idle: [] });
  });

  test.each<[string, ClusterWordValue]>([
    ["a cluster that is not there", { verb: "rename", value: { cluster: "gone", name: "x" } }],
    ["a pin of one that is not there", { verb: "pin", value: { cluster: "gone", pinned: true } }],
    ["nothing to merge", { verb: "merge", value: { clusters: ["shop.a"], into: "shop.a" } }],
    ["a merge into nothing", { verb: "merge", value: { clusters: ["shop.a"], into: "gone" } }],
    [
      "items that are elsewhere",
      { verb: "split", value: { cluster: "shop.a", items: ["4"], key: "x", name: "x" } },
    ],
    [
      "a key that is taken",
      { verb: "split", value: { cluster: "shop.a", items: ["1"], key: "r", name: "x" } },
    ],
    ["items that are not there", { verb: "move", value: { items: ["99"], to: "r" } }],
    ["a move to nothing", { verb: "move", value: { items: ["1"], to: "gone" } }],
  ])("without effect: %s", (_name, value) => {
    expect(after(value)).toMatchObject({ shown: [A, B, R], idle: [1] });
  });
});

test("words count in their order, and each group says which shaped it", () => {
  const { groups, shown, idle } = after(
    { verb: "split", value: { cluster: "shop.a", items: ["1", "2"], key: "new", name: "New" } },
    { verb: "move", value: { items: ["4"], to: "new" } },
    { verb: "merge", value: { clusters: ["shop.b"], into: "new" } },
    { verb: "rename", value: { cluster: "shop.b", name: "late" } },
    { verb: "architecture", value: { cluster: "new", architecture: true } },
    { verb: "pin", value: { cluster: "r", pinned: true } },
    { verb: "pin", value: { cluster: "r", pinned: false } },
  );
  expect(shown).toEqual(["shop.a SHOP.A: 3", R, "new New: 1 2 4 5"]);
  expect(idle).toEqual([4]);
  expect(
    groups.map(({ words, origin, architecture, pinned }) => [words, origin, architecture, pinned]),
  ).toEqual([
    [[1], "suggested", false, false],
    [[6, 7], "suggested", false, false],
    [[1, 2, 3, 5], "person", true, false],
  ]);
});

test("merged clusters become parts, and keep the parts that they had", () => {
  const parts = [{ key: "x", name: "X", items: ["1", "2"] }];
  const given = [group("a", ["1", "2"], { parts, claimed: 2 }), group("b", ["3"], { claimed: 3 })];
  const words: ClusterWord[] = [{ id: 1, verb: "merge", value: { clusters: ["a"], into: "b" } }];
  const { groups } = applyWords({ groups: given, items: ["1", "2", "3"], words });
  expect(groups).toMatchObject([
    { key: "b", claimed: 5, parts: [{ key: "b", name: "B", items: ["3"] }, parts[0]] },
  ]);
});

test("what is moved away is in no part any more", () => {
  const parts = [
    { key: "x", name: "X", items: ["1", "2"] },
    { key: "y", name: "Y", items: ["3"] },
  ];
  const words: ClusterWord[] = [{ id: 1, verb: "move", value: { items: ["1", "3"], to: null } }];
  const { groups } = applyWords({
    groups: [group("a", ["1", "2", "3"], { parts })],
    items: ["1", "2", "3"],
    words,
  });
  expect(groups[0]?.parts).toEqual([{ key: "x", name: "X", items: ["2"] }]);
});

const key = fc.constantFrom("shop.a", "shop.b", "r", "n1", "n2", "gone");
const own = fc.constantFrom("n1", "n2");
const item = fc.constantFrom(...ITEMS, "99");
const some = fc.uniqueArray(item, { minLength: 1, maxLength: 4 });
const word: fc.Arbitrary<ClusterWordValue> = fc.oneof(
  fc.record({
    verb: fc.constant("rename" as const),
    value: fc.record({ cluster: key, name: fc.constantFrom("x", "y") }),
  }),
  fc.record({
    verb: fc.constant("merge" as const),
    value: fc.record({ clusters: fc.uniqueArray(key, { minLength: 1 }), into: key }),
  }),
  fc.record({
    verb: fc.constant("split" as const),
    value: fc.record({ cluster: key, items: some, key: own, name: fc.constant("n") }),
  }),
  fc.record({
    verb: fc.constant("move" as const),
    value: fc.record({ items: some, to: fc.option(key) }),
  }),
  fc.record({
    verb: fc.constant("pin" as const),
    value: fc.record({ cluster: key, pinned: fc.boolean() }),
  }),
);
const sayings = fc
  .array(word, { maxLength: 12 })
  .map((all) => all.map((value, index): ClusterWord => ({ id: index, ...value })));

test("an item is in one group at most, and none appears from nowhere", () => {
  fc.assert(
    fc.property(sayings, (said) => {
      const { groups } = applyWords({ groups: GROUPS, items: ITEMS, words: said });
      const placed = groups.flatMap(({ items }) => items);
      expect(new Set(placed).size).toBe(placed.length);
      expect(placed.every((each) => ITEMS.includes(each))).toBe(true);
      expect(new Set(groups.map((each) => each.key)).size).toBe(groups.length);
      for (const { parts, items } of groups) {
        const within = parts.flatMap((part) => part.items);
        expect(new Set(within).size).toBe(within.length);
        expect(within.every((each) => items.includes(each))).toBe(true);
      }
    }),
  );
});

test("what was split off and merged back is in one part", () => {
  const said: ClusterWord[] = [
    { id: 0, verb: "merge", value: { clusters: ["shop.a"], into: "shop.b" } },
    { id: 1, verb: "split", value: { cluster: "shop.b", items: ["1"], key: "n1", name: "n" } },
    { id: 2, verb: "merge", value: { clusters: ["shop.b"], into: "n1" } },
  ];
  const { groups } = applyWords({ groups: GROUPS, items: ITEMS, words: said });
  const merged = groups.find((each) => each.key === "n1");
  const within = merged?.parts.flatMap((part) => part.items) ?? [];
  expect(within.filter((each) => each === "1")).toHaveLength(1);
});

test("a word said twice says no more than once", () => {
  fc.assert(
    fc.property(sayings, (said) => {
      const twice = said.flatMap((each) => [each, each]);
      const once = applyWords({ groups: GROUPS, items: ITEMS, words: said });
      const again = applyWords({ groups: GROUPS, items: ITEMS, words: twice });
      expect(again.groups).toEqual(once.groups);
    }),
  );
});

test("the order of items, and that of words as rows, changes nothing", () => {
  fc.assert(
    fc.property(sayings, (said) => {
      const mixed = GROUPS.map((each) => ({ ...each, items: each.items.toReversed() }));
      expect(
        applyWords({ groups: mixed, items: ITEMS.toReversed(), words: said.toReversed() }),
      ).toEqual(applyWords({ groups: GROUPS, items: ITEMS, words: said }));
    }),
  );
});

test.each([
  ["an empty name", { verb: "rename", value: { cluster: "a", name: "  " } }],
  ["a name of 121 characters", { verb: "rename", value: { cluster: "a", name: "x".repeat(121) } }],
  ["a name of two lines", { verb: "rename", value: { cluster: "a", name: "x\ny" } }],
  ["no items", { verb: "move", value: { items: [], to: null } }],
  [
    "501 items",
    { verb: "move", value: { items: Array.from({ length: 501 }, () => "1"), to: null } },
  ],
  [
    "a key with a dot",
    { verb: "split", value: { cluster: "a", items: ["1"], key: "a.b", name: "x" } },
  ],
  [
    "a key with two dashes",
    { verb: "split", value: { cluster: "a", items: ["1"], key: "a--gated", name: "x" } },
  ],
  ["another verb", { verb: "drop", value: { cluster: "a" } }],
  ["a field too many", { verb: "pin", value: { cluster: "a", pinned: true, by: "me" } }],
])("a word is refused: %s", (_name, value) => {
  expect(ClusterWordValue.safeParse(value).success).toBe(false);
});
