import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orderPlan, type PlanEntry, PRIORITIES, priorityOf } from "./order-plan.ts";

const entry = (key: string, more: Partial<PlanEntry> = {}): PlanEntry => ({
  key,
  priority: null,
  closes: 1,
  oldestAt: null,
  ...more,
});
const day = (of: number) => new Date(Date.UTC(2026, 0, of));
const keys = (entries: readonly PlanEntry[], manual: readonly string[] = []) =>
  orderPlan(entries, manual).map(({ key }) => key);

describe("by rule", () => {
  test.each<[string, readonly PlanEntry[], readonly string[]]>([
    [
      "S15 S52 priority comes before anything, and what nobody decided about is normal",
      [
        entry("long tail", { priority: "P3", closes: 99 }),
        entry("undecided"),
        entry("normal", { priority: "P2", closes: 2 }),
        entry("top", { priority: "P0" }),
        entry("high", { priority: "P1" }),
      ],
      ["top", "high", "normal", "undecided", "long tail"],
    ],
    [
      "S35 then how many gaps it closes",
      [entry("x", { closes: 5, oldestAt: day(1) }), entry("y", { closes: 24, oldestAt: day(9) })],
      ["y", "x"],
    ],
    [
      "then the oldest gap, one of unknown age last",
      [entry("x"), entry("y", { oldestAt: day(2) }), entry("z", { oldestAt: day(1) })],
      ["z", "y", "x"],
    ],
    ["then the key", [entry("y"), entry("x")], ["x", "y"]],
    ["nothing", [], []],
  ])("%s", (_what, entries, expected) => {
    expect(keys(entries)).toEqual(expected);
  });
});

describe("with an order that a person set", () => {
  const entries = [
    entry("a", { closes: 9 }),
    entry("b", { closes: 5 }),
    entry("c", { closes: 3, priority: "P3" }),
  ];
  test.each<[string, readonly string[], readonly PlanEntry[], readonly string[]]>([
    ["it wins over the rule", ["b", "a"], entries, ["b", "a", "c"]],
    ["even where it puts the long tail first", ["c", "a"], entries, ["b", "c", "a"]],
    [
      "keys that are gone or named twice do not matter",
      ["b", "gone", "b", "a"],
      entries,
      ["b", "a", "c"],
    ],
    [
      "an entry that is more urgent than a listed one comes in front of it",
      ["b", "c", "a"],
      [...entries, entry("new", { priority: "P1" })],
      ["new", "b", "c", "a"],
    ],
    [
      "one of the same priority comes behind all, whatever it closes",
      ["b", "a"],
      [...entries, entry("new", { closes: 50 })],
      ["b", "a", "new", "c"],
    ],
  ])("%s", (_what, manual, given, expected) => {
    expect(keys(given, manual)).toEqual(expected);
  });
});

const KEYS = ["a", "b", "c", "d", "e", "f", "g", "h"];
const some = fc.uniqueArray(fc.constantFrom(...KEYS)).chain((all) =>
  fc.tuple(
    ...all.map((key) =>
      fc.record({
        key: fc.constant(key),
        priority: fc.constantFrom(null, ...PRIORITIES),
        closes: fc.nat(3),
        oldestAt: fc.constantFrom(null, day(1), day(2)),
      }),
    ),
  ),
);
const manual = fc.array(fc.constantFrom(...KEYS, "gone", "away"));

describe("whatever is given", () => {
  test("every entry is there once, the listed ones in their order and the others by rule", () => {
    fc.assert(
      fc.property(some, manual, (entries, list) => {
        const ordered = keys(entries, list);
        expect(ordered.toSorted()).toEqual(entries.map(({ key }) => key).toSorted());
        const named = new Set(list);
        const listed = [...named].filter((key) => ordered.includes(key));
        expect(ordered.filter((key) => named.has(key))).toEqual(listed);
        const rule = keys(entries).filter((key) => !named.has(key));
        expect(ordered.filter((key) => !named.has(key))).toEqual(rule);
      }),
    );
  });

  test("no entry that nobody listed stands behind a listed one of lower priority", () => {
    fc.assert(
      fc.property(some, manual, (entries, list) => {
        const named = new Set(list);
        orderPlan(entries, list).forEach((other, at, ordered) => {
          if (named.has(other.key)) return;
          for (const before of ordered.slice(0, at))
            expect(priorityOf(before.priority)).toBeLessThanOrEqual(priorityOf(other.priority));
        });
      }),
    );
  });

  test("the order in which the entries came changes nothing", () => {
    const both = some.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(both, manual, ([entries, shuffled], list) => {
        expect(keys(shuffled, list)).toEqual(keys(entries, list));
      }),
    );
  });
});
