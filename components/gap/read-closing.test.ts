import { expect, test } from "vitest";
import { readClosing } from "./read-closing.ts";

test.each([
  ["", []],
  ["  ", []],
  ["cp#12", [["cp", 12]]],
  [
    "cp#12, core#7",
    [
      ["cp", 12],
      ["core", 7],
    ],
  ],
  [
    "cp#12;core#7\nweb.app#1",
    [
      ["cp", 12],
      ["core", 7],
      ["web.app", 1],
    ],
  ],
])("%o names %o", (text, named) => {
  const read = readClosing(text);
  expect(read.ok && read.closedBy.map(({ repo, number }) => [repo, number])).toEqual(named);
});

test.each(["12", "#12", "cp#", "cp#0", "cp#x", "cp#1234567890", "cp#-1", "cp #12", "cp#1.5"])(
  "%s names none, and the answer says which word",
  (text) => {
    const read = readClosing(text);
    expect(read.ok).toBe(false);
    expect(!read.ok && read.why).toMatch(/^“.+” names no pull request\. Write alias#number/);
  },
);
