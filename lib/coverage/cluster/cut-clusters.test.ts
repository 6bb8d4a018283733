import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { VerdictKind } from "../verdict.ts";
import { type AtMeasure, cutClusters } from "./cut-clusters.ts";
import type { Group } from "./group.ts";
import { fix } from "./testing/fixes.ts";

const keyOf = (number: number) => `shop#${number}`;
const group = (numbers: readonly number[], more: Partial<Group> = {}): Group => ({
  key: "shop.a",
  name: "A",
  why: "since",
  origin: "suggested",
  topics: [],
  claimed: null,
  architecture: false,
  pinned: false,
  recurringRule: false,
  parts: [],
  items: numbers.map(keyOf),
  words: [],
  ...more,
});

type Rung = AtMeasure["missed"];
const gap = (missed: Rung): AtMeasure => ({ verdict: "gap", missed });
const other = (verdict: VerdictKind): AtMeasure => ({ verdict, missed: null });

function cut(groups: readonly Group[], judged: readonly (AtMeasure | null)[], paths = ["a/f.go"]) {
  const items = judged.map((_, index) => fix(index + 1, "fix: x", paths));
  const at = new Map(items.map(({ key }, index) => [key, judged[index] ?? null]));
  const { clusters, unclustered } = cutClusters({
    groups,
    items,
    at: (key) => at.get(key) ?? null,
  });
  return {
    clusters,
    unclustered,
    shown: clusters.map(({ key, missed, items: own, gaps }) => [
      key,
      missed,
      own.length,
      gaps.length,
    ]),
  };
}

const three = (missed: Rung) => [gap(missed), gap(missed), gap(missed)];

describe("a suggested group", () => {
  test.each<[string, (AtMeasure | null)[], unknown[], number]>([
    ["is a cluster by three gaps", three(null), [["shop.a", null, 3, 3]], 0],
    ["is none by two", [gap(null), gap(null), other("covered")], [], 2],
    [
      "is divided by the rung that its gaps miss, and each division has a key",
      [...three("tested"), ...three("gated"), ...three("blocking")],
      [
        ["shop.a", "tested", 3, 3],
        ["shop.a--gated", "gated", 3, 3],
        ["shop.a--blocking", "blocking", 3, 3],
      ],
      0,
    ],
    [
      "keeps a division's key where the lower one is too small to be seen",
      [gap("tested"), gap("tested"), ...three("gated")],
      [["shop.a--gated", "gated", 3, 3]],
      2,
    ],
    [
      "holds what is no gap with the lowest rung that is there",
      [
        ...three("gated"),
        ...three("blocking"),
        other("covered"),
        other("unknown"),
        other("waived"),
      ],
      [
        ["shop.a--gated", "gated", 6, 3],
        ["shop.a--blocking", "blocking", 3, 3],
      ],
      0,
    ],
    [
      "leaves out what the measure does not judge",
      [...three(null), null],
      [["shop.a", null, 3, 3]],
      0,
    ],
  ])("%s", (_name, judged, shown, unclustered) => {
    const numbers = judged.map((_, index) => index + 1);
    const result = cut([group(numbers)], judged);
    expect(result.shown).toEqual(shown);
    expect(result.unclustered).toHaveLength(unclustered);
  });
});

test.each<[string, Partial<Group>]>([
  ["a rule made", { origin: "rule" }],
  ["a person made", { origin: "person" }],
  ["is pinned", { pinned: true }],
  ["a word shaped", { words: [1] }],
])("a group that %s is one cluster, with or without gaps", (_name, more) => {
  const held = group([1, 2, 3], more);
  expect(cut([held], [gap("tested"), gap("gated"), other("covered")]).shown).toEqual([
    ["shop.a", null, 3, 2],
  ]);
  expect(cut([held], [other("covered"), other("covered"), null]).shown).toEqual([
    ["shop.a", null, 2, 0],
  ]);
});

test("parts count their gaps, and those without one are not shown", () => {
  const parts = [
    { key: "x", name: "X", items: [1, 2].map(keyOf) },
    { key: "y", name: "Y", items: [3, 4].map(keyOf) },
    { key: "z", name: "Z", items: [5].map(keyOf) },
  ];
  const judged = [gap(null), gap(null), gap(null), other("covered"), other("covered")];
  const { clusters } = cut([group([1, 2, 3, 4, 5], { parts })], judged);
  expect(clusters[0]?.parts.map(({ key, items, gaps }) => [key, items.length, gaps])).toEqual([
    ["x", 2, 2],
    ["y", 2, 1],
  ]);
});

test("S34 a file that three of the gaps fixed is fixed again and again with no test", () => {
  const judged = [...three(null), other("covered")];
  const { clusters } = cut([group([1, 2, 3, 4])], judged, ["a/f.go", "a/f.go", "a/f_test.go"]);
  expect(clusters[0]?.recurring).toEqual([
    { repository: "shop", path: "a/f.go", numbers: [1, 2, 3] },
  ]);
  const two = cut([group([1, 2, 3], { pinned: true })], [gap(null), gap(null), other("covered")]);
  expect(two.clusters[0]?.recurring).toBeNull();
});

test.each<[string, (AtMeasure | null)[], readonly number[] | undefined]>([
  ["has none", three("tested"), [1, 2, 3]],
  ["has one that no job runs", three("gated"), undefined],
  ["has one in one of three", [gap("tested"), gap("tested"), gap("gated")], undefined],
])(
  "S34 at a rung a file of gaps counts as fixed with no test where each %s",
  (_name, all, found) => {
    const { clusters } = cut([group([1, 2, 3], { pinned: true })], all);
    expect(clusters[0]?.recurring?.[0]?.numbers).toEqual(found);
  },
);

const judged = fc.array(
  fc.option(
    fc.record({
      verdict: fc.constantFrom(
        "gap" as const,
        "gap" as const,
        "covered" as const,
        "unknown" as const,
      ),
      missed: fc.constantFrom(null, "tested" as const, "gated" as const),
    }),
    { freq: 8 },
  ),
  { maxLength: 40 },
);
const origins = fc.array(fc.constantFrom("suggested" as const, "text" as const, "rule" as const), {
  minLength: 1,
  maxLength: 5,
});

test("S38 gaps of clusters and unclustered gaps are all gaps, each once", () => {
  fc.assert(
    fc.property(judged, origins, (all, given) => {
      const groups = given.map((origin, index) =>
        group(
          all.map((_, each) => each + 1).filter((number) => number % (given.length + 1) === index),
          { key: `g${index}`, origin },
        ),
      );
      const { clusters, unclustered } = cut(groups, all);
      const gaps = all.flatMap((each, index) =>
        each?.verdict === "gap" ? [keyOf(index + 1)] : [],
      );
      const placed = [...clusters.flatMap((cluster) => cluster.gaps), ...unclustered];
      expect(placed.toSorted()).toEqual(gaps.toSorted());
      const members = clusters.flatMap((cluster) => cluster.items);
      expect(new Set(members).size).toBe(members.length);
      expect(new Set(clusters.map(({ key }) => key)).size).toBe(clusters.length);
    }),
  );
});
