import { expect, test } from "vitest";
import { sayMerged } from "./say-merged.ts";

test.each([
  [
    { merged: 73, fixes: 52, excluded: 21, unclassified: 0 },
    "73 merged: 52 fixes, 21 excluded, 0 unclassified",
  ],
  [
    { merged: 3, fixes: 1, excluded: 0, unclassified: 2 },
    "3 merged: 1 fix, 0 excluded, 2 unclassified",
  ],
])("%j", (audit, sentence) => {
  const parts = sayMerged({ ...audit, measures: [], lastWholePass: null });
  expect(parts.map(({ text }) => text).join("")).toBe(sentence);
  expect(parts.flatMap(({ opens }) => opens ?? [])).toEqual(["excluded", "unclassified"]);
});
