import { describe, expect, test } from "vitest";
import { applyWord, type Said } from "./apply-word.ts";
import { entryOf, givenTo, planOf } from "./testing/entry-of.ts";

const AT = "2026-06-12T18:00:00.000Z";
const hoped = (said: Said, entries = [entryOf("a"), entryOf("b"), entryOf("c")]) =>
  applyWord(planOf(entries), said, "Kim", AT);
const entryAfter = (said: Said, more = {}) => hoped(said, [entryOf("a", more)]).entries[0];

describe("what is shown while a word is on its way", () => {
  test("an order puts its keys first, and what it does not name behind them as it stood", () => {
    const view = hoped({ verb: "order", value: ["c", "a"] });
    expect(view.entries.map(({ key }) => key)).toEqual(["c", "a", "b"]);
    expect([view.order, view.byHand]).toEqual([["c", "a", "b"], 2]);
  });

  test("the way back to the rule is known by the server alone", () => {
    const before = planOf([entryOf("a")]);
    expect(applyWord(before, { verb: "order", value: null }, "Kim", AT)).toBe(before);
  });

  test.each([
    ["queued", "dispatching"],
    ["in_flight", "in_flight"],
    ["awaiting_signoff", "awaiting_signoff"],
  ] as const)("given to somebody, what is %s is %s", (state, after) => {
    expect(entryAfter({ verb: "assign", subject: "a", value: "Zoe" }, { state })).toMatchObject({
      state: after,
      assignee: { name: "Zoe", by: "Kim", at: AT },
    });
  });

  test("given to nobody, what was dispatching is queued", () => {
    const more = { state: "dispatching", ...givenTo("Zoe") };
    expect(entryAfter({ verb: "assign", subject: "a", value: null }, more)).toMatchObject({
      state: "queued",
      assignee: null,
    });
  });

  test("a priority is shown with whoever said it, and one that is taken back stays until the server answers", () => {
    const said = { verb: "priority", subject: "a", value: "P0" } as const;
    expect(entryAfter(said)).toMatchObject({ priority: "P0", priorityBy: "Kim" });
    const more = { priority: "P0", priorityBy: "Lee" };
    expect(entryAfter({ ...said, value: null }, more)).toMatchObject(more);
  });

  test("no other entry changes", () => {
    const view = hoped({ verb: "assign", subject: "a", value: "Zoe" });
    expect(view.entries.slice(1)).toEqual([entryOf("b"), entryOf("c")]);
  });
});
