import { describe, expect, test } from "vitest";
import { prepareFigure } from "./prepare-figure.ts";

const tally = (covered: number, gap: number, unknown = 0, waived = 0) => ({
  inScope: covered + gap + unknown + waived,
  covered,
  gap,
  waived,
  unknown,
});

describe("prepareFigure", () => {
  test("gives the audit's total from its sums, not from the mean of its rows", () => {
    expect(prepareFigure(tally(102, 52))).toMatchObject({
      kind: "exact",
      text: "66.2 %",
      covered: 102,
      of: 154,
    });
  });

  test("shows only the bounds where nothing above the rung could be read", () => {
    expect(prepareFigure(tally(0, 120, 34))).toEqual({
      kind: "range",
      text: "0 – 22.1 %",
      of: 154,
    });
  });

  test("never claims 0.0 % when everything is unknown", () => {
    expect(prepareFigure(tally(0, 0, 7))).toMatchObject({ kind: "range", text: "0 – 100.0 %" });
  });

  test("adds the bounds to a number that something unknown could move", () => {
    expect(prepareFigure(tally(50, 40, 10))).toMatchObject({
      kind: "exact",
      range: "50.0 – 60.0 %",
    });
  });

  test("keeps a certain zero a zero", () => {
    expect(prepareFigure(tally(0, 12))).toMatchObject({
      kind: "exact",
      text: "0.0 %",
      range: null,
    });
  });

  test("says that there are no items instead of a percentage", () => {
    expect(prepareFigure(tally(0, 0))).toEqual({ kind: "none", why: "no items" });
    expect(prepareFigure(tally(0, 0, 0, 3))).toEqual({ kind: "none", why: "every item is waived" });
  });
});
