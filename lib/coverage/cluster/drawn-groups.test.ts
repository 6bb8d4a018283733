import { describe, expect, test } from "vitest";
import { drawnGroups } from "./drawn-groups.ts";
import { tracking } from "./testing/fixes.ts";

function drawn(text: string, aliases: readonly string[] = ["shop"]) {
  const { scope } = tracking([], aliases);
  return drawnGroups(text, scope).map(({ lead, objects }): [string, number[]] => [
    lead,
    objects.map(({ repositoryId, number }) => repositoryId * 1000 + number),
  ]);
}

describe("a group is", () => {
  test.each([
    ["a list entry, by its bold words", "- **Boot (5):** a (#1), b (#2/#3)", "Boot (5):"],
    ["a list entry, by its first words", "1. tests for boot: #1, #2 and #3", "tests for boot"],
    ["a list entry with its continuation", "- boot: #1\n  and #2, #3", "boot"],
    ["an entry with a list of references", "- boot\n  - #1\n  - #2 b\n  - #3", "boot"],
    ["what stands below a heading", "## Boot family\n\nA b (#1/#2/#3) c.", "Boot family"],
    ["a list of references below a heading", "## Boot\n- #1 a\n- [x] #2 b\n- #3", "Boot"],
    ["a list below a bold line", "**Boot**\n\n- #1\n- #2\n- #3", "**Boot**"],
    ["a list below a line with a colon", "Boot:\n- #1\n- #2\n- #3", "Boot:"],
  ])("%s", (_name, text, lead) => {
    expect(drawn(text)).toEqual([[lead, [1001, 1002, 1003]]]);
  });
});

describe("no group is", () => {
  test.each([
    ["a paragraph without a heading", "Progress: **7 closed** — #1 a, #2 b, #3 c."],
    ["a paragraph behind a list", "- a\n\nClosed: #1, #2, #3."],
    ["a table", "## Boot\n\n| a | b |\n|---|---|\n| #1 | #2 |\n| #3 | #4 |"],
    ["a table without outer lines", "## Boot\n\na | b\n---|---\n#1 | #2\n#3 | #4"],
    ["a quotation", "> - boot: #1 #2 #3"],
    ["code", "- boot: `#1 #2 #3`"],
    ["fewer than three", "- boot: #1 and #2"],
    ["the same thrice", "- boot: #1, #1 and #1"],
    ["what a heading only says of the work", "## Progress 2026-06-12\n\n#1, #2 and #3"],
    ["an entry that only says so", "- Done: #1, #2, #3"],
    ["entries of causes of their own", "## Others\n- boot #1\n- cart #2\n- ssh #3"],
    ["numbers that nothing has", "- boot: #101 #102 #103"],
    ["nothing", ""],
  ])("%s", (_name, text) => {
    expect(drawn(text)).toEqual([]);
  });
});

test("the innermost group is the one that is drawn", () => {
  const text = "## Families\n- boot: #1 #2 #3\n- #4\n- cart:\n  - #5\n  - #6\n  - #7";
  expect(drawn(text)).toEqual([
    ["boot", [1001, 1002, 1003]],
    ["cart", [1005, 1006, 1007]],
  ]);
});

describe("a number that several repositories have", () => {
  test.each([
    ["is none where nothing says which", "- boot: #1 #2 #3", []],
    ["is of the one that the heading names", "## Boot of cp\n\n#1 #2 #3", [2001, 2002, 2003]],
    ["is of the one that the entry names", "- cp boot: #1 #2 #3", [2001, 2002, 2003]],
    ["is of the one in front of it", "- boot: cp#1 cp#2 core#3", [2001, 2002, 1003]],
  ])("%s", (_name, text, expected) => {
    expect(drawn(text, ["core", "cp"]).flatMap(([, numbers]) => numbers)).toEqual(expected);
  });
});

const long = (part: string) => part.repeat(Math.ceil(100_000 / part.length));

// Reading that is quadratic in one of them runs into the time limit of a test.
test.each([
  ["entries", long("- a #1\n")],
  ["headings", long("# a (5)\n")],
  ["rows of a table", long("| a | #1\n")],
  ["bold lines", long("**a**\n\n")],
  ["lists", long("a:\n- #1\n")],
  ["list marks", long("- ")],
  ["blanks", long(" ")],
])("many %s are read", (_name, text) => {
  expect(drawn(`- boot: #1 #2 #3\n\n${text}`)[0]).toEqual(["boot", [1001, 1002, 1003]]);
});
