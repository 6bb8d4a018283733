import fc from "fast-check";
import { expect, test } from "vitest";
import { backoffMs } from "./backoff.ts";

test("its bound grows from the first wait to sixty times of it", () => {
  expect([1, 2, 3, 4, 5, 9].map((attempt) => backoffMs(attempt, 1000, 1))).toEqual([
    1000, 4000, 16_000, 60_000, 60_000, 60_000,
  ]);
});

test("it is anything from nothing to the bound, and nothing where the first wait is nothing", () => {
  const attempt = fc.integer({ min: 1, max: 20 });
  const random = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(attempt, random, (nth, share) => {
      expect(backoffMs(nth, 1000, share)).toBeLessThanOrEqual(60_000);
      expect(backoffMs(nth, 1000, share)).toBeGreaterThanOrEqual(0);
      expect(backoffMs(nth, 0, share)).toBe(0);
    }),
  );
});
