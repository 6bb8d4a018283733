import fc from "fast-check";
import { expect, test } from "vitest";
import { windowFrom } from "./comment-window.ts";

test("the next page begins at the last row that was read or before it, and brings more behind it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (read) => {
      const { perPage, page } = windowFrom(read);
      const start = (page - 1) * perPage;
      expect(perPage).toBeLessThanOrEqual(100);
      expect(start).toBeLessThan(read);
      expect(start + perPage - read).toBeGreaterThanOrEqual(50);
    }),
  );
});

test("a walk of 30,000 rows takes few pages more than there are", () => {
  let [read, pages] = [0, 0];
  while (read < 30_000) {
    const { perPage, page } = windowFrom(read);
    read = page * perPage;
    pages += 1;
  }
  expect(pages).toBeLessThanOrEqual(345);
});
