import { expect, test } from "vitest";
import { sayHeld, streamName } from "./stream-text.ts";

test.each([
  ["pulls", "Pull requests"],
  ["files", "Changed files"],
  ["changes", "What changed"],
  [
    "comments: asking for what the list did not show",
    "Comments: asking for what the list did not show",
  ],
  ["something new", "something new"],
])("%s is called %s", (stream, name) => {
  expect(streamName(stream)).toBe(name);
});

test.each([
  ["files", 1200, "of 1,200 pull requests"],
  ["files", 1, "of 1 pull request"],
  ["workflows", 1, "1 file"],
  ["workflows", 0, "0 files"],
  ["something new", 3, "3"],
])("of %s %i are held: %s", (stream, held, text) => {
  expect(sayHeld(stream, held)).toBe(text);
});
