import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orderPlan, type PlanEntry, PRIORITIES } from "#/lib/coverage/leverage/order-plan.ts";
import { moveEntry } from "./move-entry.ts";

const view = (order: string, shown: string, byHand = 0) => ({
  order: order.split(""),
  byHand,
  entries: shown.split("").map((key) => ({ key })),
});

describe("moving an entry", () => {
  test.each([
    ["up by one", view("abcd", "abcd"), "c", 1, "acb"],
    ["down by one", view("abcd", "abcd"), "b", 2, "acb"],
    ["to the front", view("abcd", "abcd"), "d", 0, "dabc"],
    ["to the end", view("abcd", "abcd"), "a", 3, "bcda"],
    ["above what others ordered", view("abcd", "abcd", 3), "b", 0, "bac"],
    ["over spare work", view("axbcd", "abcd"), "b", 0, "bax"],
    ["back under spare work", view("baxcd", "bacd", 3), "b", 1, "abx"],
  ])("%s says the order down to the last place that was touched", (_what, plan, key, to, said) => {
    expect(moveEntry(plan, key, to)?.join("")).toBe(said);
  });

  test.each([
    ["to where it stands", "a", 0],
    ["above the first", "a", -1],
    ["below the last", "c", 3],
    ["of what is not there", "z", 1],
  ])("%s says nothing", (_what, key, to) => {
    expect(moveEntry(view("abc", "abc"), key, to)).toBeNull();
  });

  const entries = fc.uniqueArray(
    fc.record({
      key: fc.stringMatching(/^[a-z]{1,3}$/),
      priority: fc.constantFrom(...PRIORITIES, null),
      closes: fc.nat({ max: 5 }),
      oldestAt: fc.constant(null),
    }),
    { selector: ({ key }) => key, minLength: 2, maxLength: 9 },
  );
  /** The plan as the server shows it with this order by hand. */
  const shown = (all: readonly PlanEntry[], manual: readonly string[]) => {
    const order = orderPlan(all, manual).map(({ key }) => key);
    const byHand = order.findLastIndex((key) => manual.includes(key)) + 1;
    return { order, byHand, entries: order.map((key) => ({ key })) };
  };

  test("whatever was moved before, the server puts the entry at that place and leaves the others as they stood", () => {
    fc.assert(
      fc.property(
        entries,
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 }),
        (all, moves) => {
          let manual: readonly string[] = [];
          for (const [one, other] of moves) {
            const before = shown(all, manual);
            const [from, to] = [one % all.length, other % all.length];
            const key = before.order[from] ?? "";
            const said = moveEntry(before, key, to);
            if (said === null) continue;
            manual = said;
            const after = shown(all, manual).order;
            expect(after[to]).toBe(key);
            expect(after.filter((each) => each !== key)).toEqual(
              before.order.filter((each) => each !== key),
            );
          }
        },
      ),
    );
  });
});
