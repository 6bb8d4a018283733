import fc from "fast-check";
import { expect, test } from "vitest";
import { figureOf, sayFigure } from "./program-figure.ts";

const tally = (covered: number, gap: number, waived = 0, unknown = 0) => ({
  inScope: covered + gap + waived + unknown,
  covered,
  gap,
  waived,
  unknown,
});

test.each([
  ["all that is judged is known", tally(102, 52), 66.2, null, "66.2 %"],
  ["none is covered and nothing is unknown", tally(0, 3), 0, null, "0.0 %"],
  ["all but one of many are covered", tally(9999, 1), 99.9, null, "99.9 %"],
  ["nothing is in scope", tally(0, 0), null, null, "no data"],
  ["all are waived", tally(0, 0, 4), null, null, "no data"],
  ["some are unknown", tally(1, 3, 1, 1), 25, { low: 20, high: 40 }, "25.0 % (20.0 – 40.0 %)"],
  ["none is known to be covered", tally(0, 2, 0, 1), null, { low: 0, high: 33.3 }, "0 – 33.3 %"],
  ["all are unknown", tally(0, 0, 0, 6), null, { low: 0, high: 100 }, "0 – 100.0 %"],
])("where %s, the figure says so", (_what, given, percent, bounds, text) => {
  const figure = figureOf(given);
  expect(figure).toEqual({ ...given, of: given.covered + given.gap, percent, bounds });
  expect(sayFigure(figure)).toBe(text);
});

test("the percentage lies within its bounds, and is never 0 while something is unknown", () => {
  const count = fc.nat({ max: 100_000 });
  fc.assert(
    fc.property(count, count, count, count, (covered, gap, waived, unknown) => {
      const { percent, bounds } = figureOf(tally(covered, gap, waived, unknown));
      if (bounds === null || percent === null) return;
      expect(percent).toBeGreaterThan(0);
      expect(bounds.low).toBeLessThanOrEqual(percent);
      expect(percent).toBeLessThanOrEqual(bounds.high);
    }),
  );
});
