import { describe, expect, test } from "vitest";
import { prepareClimbs, sayWorth } from "./say-worth.ts";
import { entryOf, gapOf } from "./testing/entry-of.ts";

const repository = (alias: string, closes: number) => ({
  alias,
  closes,
  gapsOfRepository: 41,
  before: { covered: 61, of: 102 },
  after: { covered: 61 + closes, of: 102 },
});

describe("what an entry is worth", () => {
  test.each([
    ["of one repository", 2, 2, ["cp"], "Closes 2 of cp’s 41 gaps"],
    ["of several", 2, 2, ["cp", "core"], "Closes 2 gaps: 1 of cp’s 41 gaps, 1 of core’s 41 gaps"],
    ["with more by itself", 2, 16, ["cp"], "Closes 2 of cp’s 41 gaps; by itself it would close 16"],
    ["of another population", 1, 1, [], "Closes 1 gap"],
  ])("S35 %s", (_what, closes, alone, aliases, said) => {
    const gaps = Array.from({ length: closes }, (_, item) => gapOf(item));
    const repositories = aliases.map((alias) => repository(alias, closes / aliases.length));
    expect(sayWorth({ gaps, alone, repositories })).toBe(said);
  });

  test("from which percentage to which, of each repository and of the program", () => {
    const entry = entryOf("a", { repositories: [repository("cp", 24)] });
    expect(prepareClimbs(entry)).toEqual([
      { of: "cp", from: "59.8 % (61/102)", to: "83.3 % (85/102)" },
      { of: "program", from: "50.0 % (4/8)", to: "75.0 % (6/8)" },
    ]);
  });

  test("of another population it moves no percentage", () => {
    expect(prepareClimbs(entryOf("a", { program: null }))).toEqual([]);
  });
});
