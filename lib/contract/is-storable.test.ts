import { expect, test } from "vitest";
import { isStorable } from "./is-storable.ts";

test.each<[string, unknown, boolean]>([
  ["a text", "Zürich 🚦", true],
  ["an empty text", "", true],
  ["nothing", undefined, true],
  ["null", null, true],
  ["a number", 7, true],
  ["a list of texts", ["a", "b"], true],
  ["a NUL", "a\0b", false],
  ["the first half of a character", "\ud83d", false],
  ["the second half of a character", "\udea6", false],
  ["a list with a NUL in it", ["a", "\0"], false],
  ["a NUL deep in an object", { a: { b: ["\0"] } }, false],
])("whether %s can be stored", (_what, value, storable) => {
  expect(isStorable(value)).toBe(storable);
});
