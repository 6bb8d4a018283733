import fc from "fast-check";
import { expect, test } from "vitest";
import { formatShare } from "./format-share.ts";

test.each([
  [41, 52, "78.8 %"],
  [61, 102, "59.8 %"],
  [102, 154, "66.2 %"],
  [24, 41, "58.5 %"],
  [1, 100_000, "0.1 %"],
  [99_999, 100_000, "99.9 %"],
  [1, 16, "6.3 %"],
  [1, 80, "1.3 %"],
  [0, 7, "0.0 %"],
  [7, 7, "100.0 %"],
  [0, 0, "no data"],
])("%i of %i is %s", (covered, of, text) => {
  expect(formatShare(covered, of)).toBe(text);
});

test("100.0 only when all, 0.0 only when none, at any size", () => {
  const shares = fc.tuple(fc.maxSafeNat(), fc.maxSafeNat()).filter(([a, b]) => a !== b);
  fc.assert(
    fc.property(shares, ([a, b]) => {
      const [covered, of] = a < b ? [a, b] : [b, a];
      const text = formatShare(covered, of);
      expect(text === "0.0 %").toBe(covered === 0);
      expect(text).not.toBe("100.0 %");
    }),
  );
});

test("more than all is a programmer's mistake", () => {
  expect(() => formatShare(2, 1)).toThrow(RangeError);
});
