import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withAbsent } from "./plan-order.ts";

const woven = (order: string, manual: string, known: string) => {
  const told = withAbsent(order.split(""), manual.split(""), new Set(known));
  return [told.order.join(""), told.byHand];
};

describe("the keys of a plan with those that a person listed and that are not in it", () => {
  test.each([
    ["no order by hand", "abc", "", "", "abc", 0],
    ["all of them listed", "bac", "bac", "bac", "bac", 3],
    ["the first ones listed", "bac", "ba", "ba", "bac", 2],
    ["one that is not here keeps its place", "bac", "bxa", "bxa", "bxac", 3],
    ["one in front of all", "abc", "xa", "xa", "xabc", 2],
    ["several in a row", "ab", "axyb", "axyb", "axyb", 4],
    ["one that is work nowhere is forgotten", "ab", "axb", "ab", "ab", 2],
    ["what stands between listed ones is not torn off", "pab", "ab", "ab", "pab", 3],
    ["nothing is here", "", "xy", "xy", "xy", 2],
  ])("%s", (_what, order, manual, known, all, byHand) => {
    expect(woven(order, manual, known)).toEqual([all, byHand]);
  });

  const keys = fc.uniqueArray(fc.stringMatching(/^[a-h]$/));
  test("each key once, those of the plan in their order, listed ones that are not here between the same neighbours", () => {
    fc.assert(
      fc.property(keys, keys, (order, manual) => {
        const told = withAbsent(order, manual, new Set(manual)).order;
        expect(told.toSorted()).toEqual([...new Set([...order, ...manual])].toSorted());
        expect(told.filter((key) => order.includes(key))).toEqual(order);
      }),
    );
  });
});
