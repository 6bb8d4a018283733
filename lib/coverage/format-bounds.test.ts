import { expect, test } from "vitest";
import { formatBounds } from "./format-bounds.ts";

test.each([
  [{ inScope: 4, covered: 1, gap: 2, waived: 0, unknown: 1 }, "25.0 – 50.0 %"],
  [{ inScope: 4, covered: 0, gap: 3, waived: 0, unknown: 1 }, "0 – 25.0 %"],
  [{ inScope: 5, covered: 0, gap: 4, waived: 1, unknown: 0 }, "0 – 0 %"],
  [{ inScope: 2, covered: 0, gap: 0, waived: 2, unknown: 0 }, null],
])("%j lies between %s", (tally, expected) => {
  expect(formatBounds(tally)?.replaceAll("\u00a0", " ") ?? null).toBe(expected);
});
