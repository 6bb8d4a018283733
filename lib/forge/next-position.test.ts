import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isCutShort, nextPosition, type OffsetPosition, resume } from "./next-position.ts";

const at = (page: number, received: number, total: number | null, totalBefore: number | null) =>
  nextPosition({ page, limit: 50, received, total, totalBefore });

describe("where a walk goes on", () => {
  test.each([
    [
      "a full page with more behind it",
      at(1, 50, 120, null),
      { page: 2, limit: 50, totalBefore: 120 },
    ],
    ["the last rows: the count is reached", at(3, 20, 120, 120), null],
    ["a list that fits on one page", at(1, 7, 7, null), null],
    ["an empty list", at(1, 0, 0, null), null],
    ["a full last page", at(2, 50, 100, 100), null],
    [
      "the list grew: one page more than it seems",
      at(2, 50, 100, 99),
      { page: 3, limit: 50, totalBefore: 100 },
    ],
    ["a page behind the end after it grew", at(3, 0, 100, 100), null],
    [
      "no count: on until a page is empty",
      at(2, 10, null, null),
      { page: 3, limit: 50, totalBefore: null },
    ],
    ["no count and an empty page", at(3, 0, null, null), null],
    [
      "one row was deleted: one page back",
      at(3, 50, 199, 200),
      { page: 2, limit: 50, totalBefore: 199 },
    ],
    [
      "51 were deleted: two pages back",
      at(4, 50, 149, 200),
      { page: 2, limit: 50, totalBefore: 149 },
    ],
    ["never before the first page", at(1, 50, 100, 400), { page: 1, limit: 50, totalBefore: 100 }],
    [
      "deleted, and so behind the end",
      at(3, 0, 100, 101),
      { page: 2, limit: 50, totalBefore: 100 },
    ],
  ])("%s", (_what, next, expected) => {
    expect(next).toEqual(expected);
  });

  test.each([
    ["a page with fewer rows than the size, and more behind it", 1, 49, 120],
    ["the last page without its last row", 3, 19, 120],
    ["an empty page where rows are due", 2, 0, 120],
    ["a smaller page size than was agreed", 1, 30, 120],
  ])("%s is an error, not an end", (_what, page, received, total) => {
    expect(() => at(page, received, total, total)).toThrow(/is not whole\. Sync again/);
  });

  test("a list cut short is told from a forge that fails", () => {
    const caught = (run: () => unknown) => {
      try {
        return run();
      } catch (error) {
        return error;
      }
    };
    expect(isCutShort(caught(() => at(1, 49, 120, null)))).toBe(true);
    expect(isCutShort(new Error("down"))).toBe(false);
  });
});

describe("a walk that goes on with another size of pages", () => {
  test.each([
    ["the same size", 5, 50, 50, 5],
    ["smaller pages: none is read again", 5, 50, 20, 11],
    ["larger pages: the one that holds the row", 6, 20, 50, 3],
    ["larger pages than the list has", 2, 20, 50, 1],
  ])("%s", (_what, page, before, limit, expected) => {
    expect(resume({ page, limit: before, totalBefore: 7 }, limit)).toEqual({
      page: expected,
      limit,
      totalBefore: 7,
    });
  });
});

const Step = fc.record({ remove: fc.nat({ max: 3 }), add: fc.nat({ max: 2 }) });

test("whatever is deleted or added between pages, no row that was there all the time is missed", () => {
  const counts = fc.nat({ max: 40 });
  const limits = fc.integer({ min: 1, max: 7 });
  fc.assert(
    fc.property(counts, limits, fc.array(Step, { maxLength: 12 }), (count, limit, steps) => {
      expect(missedBy({ count, limit, steps })).toEqual([]);
    }),
  );
});

/** Walks a list, newest first, that changes after each page: the rows that stayed and were not read. */
function missedBy(input: {
  count: number;
  limit: number;
  steps: readonly { remove: number; add: number }[];
}): number[] {
  const { count, limit, steps } = input;
  let rows = Array.from({ length: count }, (_, index) => count - index);
  const stayed = new Set(rows);
  const read = new Set<number>();
  let position: OffsetPosition | null = resume(null, limit);
  for (let asked = 0; position !== null; asked += 1) {
    expect(asked).toBeLessThan(200);
    const { page, totalBefore }: OffsetPosition = position;
    const got = rows.slice((page - 1) * limit, page * limit);
    for (const row of got) read.add(row);
    const total = rows.length;
    position = nextPosition({ page, limit, received: got.length, total, totalBefore });
    // One or the other: the forge's count does not tell a row that came from one that went.
    const { remove, add } = steps[asked] ?? { remove: 0, add: 0 };
    for (const gone of rows.slice(0, remove)) stayed.delete(gone);
    const fresh = Array.from({ length: remove > 0 ? 0 : add }, (_, n) => 1000 + asked * 10 + n);
    rows = [...fresh, ...rows.slice(remove)];
  }
  return [...stayed].filter((row) => !read.has(row));
}
