import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MEASURES } from "#/lib/coverage/measure.ts";
import { RUNGS } from "#/lib/coverage/rung/rungs.ts";
import { VERDICTS } from "#/lib/coverage/verdict.ts";
import { denominatorOf, GapFilter, gapQuery, SORTS } from "./gap-filter.ts";

/** A query string as a page gets it: a parameter that is repeated is a list. */
function paramsOf(query: string): Record<string, string | string[]> {
  const params = new URLSearchParams(query);
  return Object.fromEntries(
    [...new Set(params.keys())].map((key) => {
      const values = params.getAll(key);
      return [key, values.length > 1 ? values : (values[0] ?? "")];
    }),
  );
}
const read = (query: string) => GapFilter.parse(paramsOf(query));

describe("a filter is read from an address", () => {
  test("nothing is said: every fix, the newest first, page 1, at the policy's measure", () => {
    expect(read("")).toEqual({
      population: "fix",
      verdict: [],
      rung: [],
      repo: [],
      cluster: [],
      state: [],
      sort: "-entered",
      page: 1,
    });
  });

  test.each([
    ["with commas", "verdict=gap,unknown", { verdict: ["gap", "unknown"] }],
    ["repeated", "verdict=gap&verdict=unknown", { verdict: ["gap", "unknown"] }],
    ["both", "repo=a,b&repo=c", { repo: ["a", "b", "c"] }],
    ["with blanks and empty places", "repo=%20a%20,,b,", { repo: ["a", "b"] }],
    ["a single one that is repeated: the last", "sort=item&sort=title", { sort: "title" }],
    ["a page that is repeated", "page=2&page=3", { page: 3 }],
    ["a page as text", "page=4", { page: 4 }],
    ["an owner with a blank", "owner=Fleet%20engineer", { owner: "Fleet engineer" }],
    ["a measure with its version", "measure=has_test%401", { measure: "has_test@1" }],
    ["a measure whose sign was not escaped", "measure=has_test@1", { measure: "has_test@1" }],
    ["an emptied search field asks for nothing", "q=&owner=", { q: undefined, owner: undefined }],
    ["a gate by its number", "gate=12", { gate: 12 }],
    ["what nobody knows is left alone", "utm_source=x", { page: 1 }],
  ])("%s", (_what, query, expected) => {
    expect(read(query)).toMatchObject(expected);
  });

  test.each([
    ["a verdict that is none", "verdict=maybe"],
    ["a rung that is none", "rung=tested,high"],
    ["a sort that is none", "sort=random"],
    ["page 0", "page=0"],
    ["a page that is no number", "page=x"],
    ["half a page", "page=1.5"],
    ["a page beyond all lists", "page=100001"],
    ["a search of 201 signs", `q=${"x".repeat(201)}`],
    ["a gate that is no number", "gate=ci:e2e"],
    ["a gate beyond all numbers", "gate=2147483648"],
    ["a population that is none", "population=all"],
  ])("%s is refused", (_what, query) => {
    expect(GapFilter.safeParse(paramsOf(query)).success).toBe(false);
  });
});

describe("a filter is written as an address", () => {
  test.each([
    ["defaults are left out", read("sort=-entered&page=1&population=fix"), ""],
    [
      "lists with commas, readable",
      { verdict: ["gap" as const], repo: ["a", "b"] },
      "?verdict=gap&repo=a,b",
    ],
    ["a measure, readable", { measure: "has_test@1" as const }, "?measure=has_test@1"],
    ["empty lists are left out", { repo: [], q: "" }, ""],
    ["a search is escaped", { q: "a&b=c #1%" }, "?q=a%26b%3Dc+%231%25"],
  ])("%s", (_what, filter, query) => {
    expect(gapQuery(filter)).toBe(query);
  });

  test("S31 the list behind a percentage is its covered and its gaps, of one repository where it is one's", () => {
    expect(denominatorOf("tested")).toBe("?measure=tested&verdict=covered,gap");
    expect(denominatorOf("tested", "core")).toBe("?measure=tested&verdict=covered,gap&repo=core");
  });

  const word = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/);
  const phrase = fc.string({ minLength: 1, maxLength: 200 }).filter((s) => s.trim() !== "");
  const filters = fc.record(
    {
      q: phrase,
      population: fc.constantFrom("fix", "issue"),
      measure: fc.constantFrom(...MEASURES),
      verdict: fc.uniqueArray(fc.constantFrom(...VERDICTS)),
      rung: fc.uniqueArray(fc.constantFrom(...RUNGS)),
      repo: fc.array(word, { maxLength: 4 }),
      cluster: fc.array(word, { maxLength: 4 }),
      part: word,
      gate: fc.integer({ min: 1, max: 2_147_483_647 }),
      state: fc.uniqueArray(fc.constantFrom("claimed", "unclaimed")),
      owner: phrase,
      sort: fc.constantFrom(...SORTS),
      page: fc.integer({ min: 1, max: 100_000 }),
    },
    { requiredKeys: [] },
  );

  test("what is written is read back as the same filter, and equal filters have one address", () => {
    fc.assert(
      fc.property(filters, (input) => {
        const filter = GapFilter.parse(input);
        const query = gapQuery(filter);
        expect(read(query)).toEqual(filter);
        expect(gapQuery(read(query))).toBe(query);
      }),
    );
  });
});
