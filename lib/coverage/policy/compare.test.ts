import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ComparedItem, figuresOf, flipsBetween, type PolicySide } from "./compare.ts";
import { ITEM_STATES, type ItemState } from "./trial.ts";

const item = (
  number: number,
  state: ItemState,
  more: Partial<ComparedItem> = {},
): ComparedItem => ({
  naturalKey: `fix:1:${number}`,
  population: "fix",
  alias: "core",
  number,
  title: `fix: ${number}`,
  state,
  hasTest: null,
  why: `It is ${state}.`,
  ...more,
});
const side = (
  items: readonly ComparedItem[],
  rung: PolicySide["rung"] = "blocking",
): PolicySide => ({
  rung,
  items,
  whyOut: () => "It is no fix.",
});

describe("what two policies judge otherwise", () => {
  test("tells from, to and why by the new one", () => {
    const before = side([item(1, "gap"), item(2, "covered"), item(3, "unknown")]);
    const after = side([item(1, "covered"), item(2, "covered"), item(3, "gap")], "tested");
    expect(flipsBetween(before, after)).toMatchObject([
      { number: 1, from: "gap", to: "covered", why: "It is covered." },
      { number: 3, from: "unknown", to: "gap", why: "It is gap." },
    ]);
  });

  test("what leaves the scope and what comes into it, whether it is held or not", () => {
    const before = side([item(1, "gap"), item(2, "out"), item(3, "covered")]);
    const after = side([item(2, "gap"), item(3, "out"), item(4, "gap")]);
    expect(
      flipsBetween(before, after).map(({ number, from, to, why }) => [number, from, to, why]),
    ).toEqual([
      [1, "gap", "out", "It is no fix."],
      [2, "out", "gap", "It is gap."],
      [3, "covered", "out", "It is no fix."],
      [4, "out", "gap", "It is gap."],
    ]);
  });

  test("figures of each population apart, and by the audit's rule", () => {
    const issue = { population: "issue", naturalKey: "issue:1:1" } as const;
    const items = [item(1, "gap", { hasTest: "covered" }), item(2, "out", { hasTest: "gap" })];
    expect(figuresOf(side([...items, item(1, "unknown", issue)]))).toEqual({
      rung: "blocking",
      fixes: { inScope: 1, covered: 0, gap: 1, waived: 0, unknown: 0 },
      issues: { inScope: 1, covered: 0, gap: 0, waived: 0, unknown: 1 },
      hasTest: { inScope: 2, covered: 1, gap: 1, waived: 0, unknown: 0 },
    });
  });

  test("one item that stands in a list twice is refused, since its flips would not explain the figures", () => {
    const twice = side([item(1, "covered"), item(1, "covered")]);
    expect(() => flipsBetween(side([item(1, "gap")]), twice)).toThrow(/explain 0 of 1 fixes/);
  });
});

const states = fc.array(fc.constantFrom(...ITEM_STATES), { maxLength: 40 });

test("a policy changes nothing against itself, and every item that differs is told once", () => {
  fc.assert(
    fc.property(states, states, (old, fresh) => {
      const [before, after] = [old, fresh].map((list) =>
        side(list.map((state, at) => item(at, state))),
      );
      if (!before || !after) return;
      expect(flipsBetween(before, before)).toEqual([]);
      const at = (list: readonly ItemState[], index: number) => list[index] ?? "out";
      const differing = Array.from({ length: 40 }, (_, index) => index).filter(
        (index) => at(old, index) !== at(fresh, index),
      );
      expect(flipsBetween(before, after).map(({ number }) => number)).toEqual(differing);
    }),
  );
});
