import fc from "fast-check";
import { expect, test } from "vitest";
import { type Case, precision, recall, score } from "./confusion.ts";

const cases = fc.array(
  fc.record<Case>({
    truth: fc.boolean(),
    predicted: fc.constantFrom(true, false, "unknown" as const),
    weight: fc.integer({ min: 1, max: 200_000 }).map((parts) => parts / 1000),
  }),
);

test("every case is in one field of the table, once with its weight", () => {
  fc.assert(
    fc.property(cases, (all) => {
      const { n, raw, weighted } = score(all);
      expect(raw.tp + raw.fp + raw.fn + raw.tn).toBe(n);
      expect(raw.tp + raw.fn).toBe(all.filter(({ truth }) => truth).length);
      const total = weighted.tp + weighted.fp + weighted.fn + weighted.tn;
      expect(total).toBeCloseTo(all.reduce((sum, { weight }) => sum + weight, 0));
    }),
  );
});

test("shares carry their denominators, and none of none is no data", () => {
  expect(precision({ tp: 2, fp: 1, fn: 0, tn: 0 })).toBe("66.7 % (2 of 3)");
  expect(recall({ tp: 13.867, fp: 0, fn: 12, tn: 0 })).toBe("53.6 % (13.9 of 25.9)");
  expect(precision({ tp: 0, fp: 0, fn: 3, tn: 3 })).toBe("no data");
});
