import { expect, test } from "vitest";
import { afterGood, afterHeavy, triesOf } from "./page-size.ts";

test.each([
  ["a page of 25 that was too heavy", 25, 12],
  ["one of 3", 3, 1],
])("half as many rows after %s", (_what, size, expected) => {
  expect(afterHeavy({ size, good: 7 })).toEqual({ size: expected, good: 0 });
});

test("a single row that is too heavy cannot be halved", () => {
  expect(afterHeavy({ size: 1, good: 0 })).toBeNull();
});

test("a quarter more after twenty good pages, up to the most", () => {
  let at = { size: 25, good: 0 };
  const sizes = new Set<number>();
  for (let page = 0; page < 100; page += 1) {
    sizes.add(at.size);
    at = afterGood(at, 50);
  }
  expect([...sizes]).toEqual([25, 32, 40, 50]);
});

test("10,000 rows take fewer than 240 pages", () => {
  let [at, pages, rows] = [{ size: 25, good: 0 }, 0, 0];
  for (; rows < 10_000; pages += 1) {
    rows += at.size;
    at = afterGood(at, 50);
  }
  expect(pages).toBeLessThan(240);
});

test.each([
  [25, { tries: 2 }],
  [2, { tries: 2 }],
  [1, {}],
])("a question for %i rows is asked so often", (size, expected) => {
  expect(triesOf(size)).toEqual(expected);
});
