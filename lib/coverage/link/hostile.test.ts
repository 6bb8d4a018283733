import { expect, test } from "vitest";
import { nameMatcher } from "./name-matcher.ts";
import { readReferences } from "./read-references.ts";

const names = nameMatcher(["shop", "core", "cp", "a"]);
const SIZE = 1_000_000;
const megabyte = (part: string) => part.repeat(Math.ceil(SIZE / part.length));

/** Runs of backticks of which no two are as long: a reader that looks for the end of each anew is quadratic. */
function lonelyRuns(): string {
  const runs: string[] = [];
  for (let length = 1; length < 1400; length += 1) runs.push("`".repeat(length));
  return runs.join(" ");
}

// Each is a megabyte; reading that is quadratic in one of them runs into the time limit of a test.
test.each([
  ["brackets", megabyte("[")],
  ["opened links", megabyte("[a](")],
  ["backticks", megabyte("`")],
  ["single backticks", megabyte("` ")],
  ["runs of backticks that never end", lonelyRuns()],
  ["quotation marks", megabyte(' "a')],
  ["apostrophes", megabyte(" 'a")],
  ["tildes", megabyte(" ~~a")],
  ["comments", megabyte("<!-- --> ")],
  ["opened comments", megabyte("<!--``")],
  ["opened tags", megabyte("<pre> ")],
  ["opened code tags", megabyte("<code>a")],
  ["opened anchors", megabyte("<a b")],
  ["opened quotations", megabyte("<blockquote>")],
  ["quote marks", megabyte(">")],
  ["list marks", megabyte("- ")],
  ["stars", megabyte("** ")],
  ["hashes", megabyte("#")],
  ["one word", megabyte("a")],
  ["a path", megabyte("a/")],
  ["dots", megabyte("a.")],
  ["an address without an end", megabyte("https://a/")],
  ["keywords", megabyte("fixes ")],
  ["negations", megabyte("not ")],
  ["questions", megabyte("? ")],
  ["names", megabyte("core ")],
  ["colours", megabyte("color:")],
  ["blank", megabyte(" ")],
  ["empty lines", megabyte("\n")],
  ["headings", megabyte("# core\n")],
])("a reference in front of a megabyte of %s is read, and nothing takes long", (_name, text) => {
  for (const title of [false, true]) {
    const long = title ? text.slice(0, SIZE / 4) : text;
    const found = readReferences(`fixes cp#1 ${long} cp#1`, { names, title });
    expect(found[0]?.target).toEqual({ kind: "number", repository: "cp", number: 1 });
    expect(found.length).toBeLessThanOrEqual(2);
  }
});

test("a megabyte of references is read in one go", () => {
  expect(readReferences(megabyte("core #1, "), { names })).toHaveLength(111_112);
});
