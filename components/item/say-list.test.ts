import { expect, test } from "vitest";
import { sayList } from "./say-list.ts";

test.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a and b"],
  [["a", "b", "c"], "a, b and c"],
  [["a", "b", "c", "d", "e"], "a, b, c and 2 more"],
])("%j reads %j", (names, text) => {
  expect(sayList(names)).toBe(text);
});
