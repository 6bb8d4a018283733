import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyWord } from "./apply-word.ts";
import { moveEntry } from "./move-entry.ts";
import { giveOrder, hearOrder, newestOrder, type Order, type OrderQueue } from "./order-queue.ts";
import { entryOf, planOf } from "./testing/entry-of.ts";

const order = (keys: string) => keys.split("");
const given = (...values: Order[]) => {
  let queue: OrderQueue | null = null;
  for (const value of values) queue = giveOrder(queue, value, 7);
  if (queue === null) throw new Error("nothing was given");
  return queue;
};

describe("orders that are given faster than they are heard", () => {
  test("the first goes out at once, instead of the word in force", () => {
    expect(given(order("ba"))).toEqual({
      sent: { verb: "order", value: ["b", "a"], instead: 7 },
      next: undefined,
    });
  });

  test.each<[string, Order[], Order | undefined, number | null]>([
    ["nothing goes out after the only one", [order("ab")], undefined, null],
    ["the newest goes out", [order("ab"), order("ba")], order("ba"), 8],
    ["what came between is left out", [order("ab"), order("ba"), order("b")], order("b"), 8],
    ["the way back to the rule is an order too", [order("ab"), null], null, 8],
    ["after the rule none is in force", [null, order("ab")], order("ab"), null],
    ["there and back says nothing twice", [order("ab"), order("ba"), order("ab")], undefined, null],
    ["the rule is not said twice", [null, order("ab"), null], undefined, null],
    ["a longer one is another", [order("ab"), order("abc")], order("abc"), 8],
  ])("when the first is heard as word 8, %s", (_what, values, value, instead) => {
    const next = hearOrder(given(...values), 8);
    expect(next?.sent).toEqual(value === undefined ? undefined : { verb: "order", value, instead });
  });

  test.each<[string, OrderQueue | null, Order | undefined]>([
    ["none where all are heard", null, undefined],
    ["the one on its way", given(order("ab")), order("ab")],
    ["the newest of several", given(order("ab"), order("ba"), order("b")), order("b")],
    ["the rule", given(order("ab"), null), null],
  ])("shown is %s", (_what, queue, shown) => {
    expect(newestOrder(queue)).toEqual(shown);
  });

  test("four moves at once go out as two words, and no move is lost", () => {
    const plan = planOf(order("abcde").map((key) => entryOf(key)));
    let queue: OrderQueue | null = null;
    for (const to of [3, 2, 1, 0]) {
      const value: Order | undefined = newestOrder(queue);
      const shown = value ? applyWord(plan, { verb: "order", value }, "Kim", "") : plan;
      queue = giveOrder(queue, moveEntry(shown, "e", to), null);
    }
    const second = queue && hearOrder(queue, 1);
    expect(queue?.sent).toMatchObject({ value: order("abced").toSpliced(3, 2, "e", "d") });
    expect(second?.sent).toEqual({ verb: "order", value: order("eabcd"), instead: 1 });
    expect(second && hearOrder(second, 2)).toBeNull();
  });

  test("however giving and hearing alternate, the server is never contradicted and ends with the newest", () => {
    const value = fc.option(fc.subarray(order("abc"), { minLength: 1 }), { nil: null });
    const heard = fc.constant("heard" as const);
    fc.assert(
      fc.property(fc.array(fc.oneof(value, heard), { maxLength: 20 }), (steps) => {
        let queue: OrderQueue | null = null;
        let word = 0;
        let inForce: number | null = null;
        let newest: Order | undefined;
        let last: Order | undefined;
        const hear = (under: OrderQueue) => {
          expect(under.sent.instead).toBe(inForce);
          word += 1;
          last = under.sent.value;
          inForce = last === null ? null : word;
          return hearOrder(under, word);
        };
        for (const step of steps) {
          if (step === "heard") queue = queue && hear(queue);
          else {
            newest = step;
            queue = giveOrder(queue, step, inForce);
          }
        }
        while (queue !== null) queue = hear(queue);
        expect(last).toEqual(newest);
      }),
    );
  });
});
