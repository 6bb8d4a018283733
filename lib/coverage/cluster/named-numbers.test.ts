import { expect, test } from "vitest";
import { namedNumbers } from "./named-numbers.ts";

test.each([
  ["a bare number", "see #12.", [[null, 12]]],
  [
    "several",
    "#1 #2, (#3)",
    [
      [null, 1],
      [null, 2],
      [null, 3],
    ],
  ],
  [
    "both of a pair",
    "#605/#621",
    [
      [null, 605],
      [null, 621],
    ],
  ],
  ["an alias", "closed by cp#741", [["cp", 741]]],
  ["an owner and name", "org/repo#7", [["org/repo", 7]]],
  ["each once", "#5 and #5", [[null, 5]]],
  [
    "one of each repository",
    "core#5 cp#5 #5",
    [
      ["core", 5],
      ["cp", 5],
      [null, 5],
    ],
  ],
  ["an address", "https://x.example/a/1#22 ok", []],
  ["a colour with letters", "#12ab34", []],
  ["a colour in a style", "color: #123456", []],
  ["a heading", "## 12", []],
  ["an entity", "&#39;", []],
  ["zero", "#0", []],
])("%s", (_name, text, expected) => {
  expect(namedNumbers([text]).map(({ alias, number }) => [alias, number])).toEqual(expected);
});

const megabyte = (part: string) => part.repeat(Math.ceil(1_000_000 / part.length));

// Reading that is quadratic in one of them runs into the time limit of a test.
test.each(["a.", "a-", "a/", "a", "color-", "color: ", "h+", "#"])(
  "a megabyte of %s is read",
  (part) => {
    expect(namedNumbers([`#7 ${megabyte(part)} cp#8`])).toEqual([
      { alias: null, number: 7 },
      { alias: "cp", number: 8 },
    ]);
  },
);
