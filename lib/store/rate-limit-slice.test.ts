import fc from "fast-check";
import { expect, test } from "vitest";
import { takeSlice } from "./rate-limit-slice.ts";

const NOW = new Date("2026-06-12T12:00:00Z");
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const moment = fc.option(fc.integer({ min: -5, max: 5 }).map(later), { nil: null });
const left = fc.record({
  remaining: fc.option(fc.nat(100), { nil: null }),
  resetAt: moment,
  notBefore: moment,
});
const wanted = fc.record({
  cost: fc.integer({ min: 1, max: 40 }),
  slice: fc.nat(30),
  reserve: fc.nat(50),
});

type Case = Parameters<typeof takeSlice>;

/** Whether what was given covers the cost and leaves the reserve, or the time that was told is to come. */
function isRight(before: Case[0], want: Case[1]): boolean {
  const taken = takeSlice(before, want, NOW);
  if ("retryAt" in taken) return taken.retryAt > NOW;
  const { remaining } = taken.left;
  const isExact = remaining === null || taken.given + remaining === before.remaining;
  const isKept = remaining === null || remaining >= want.reserve;
  return taken.given >= want.cost && isExact && isKept;
}

test("what is given covers the cost and leaves the reserve, and who is refused is told a time to come", () => {
  fc.assert(
    fc.property(left, wanted, (before, want) => {
      expect(isRight(before, want)).toBe(true);
    }),
  );
});

test.each([
  ["nothing may be asked yet", { remaining: 9, resetAt: null, notBefore: later(1) }, later(1)],
  [
    "what is left is kept for others",
    { remaining: 9, resetAt: later(2), notBefore: null },
    later(2),
  ],
])("where %s, the time to come is told", (_what, before, retryAt) => {
  expect(takeSlice(before, { cost: 1, slice: 20, reserve: 9 }, NOW)).toEqual({ retryAt });
});
