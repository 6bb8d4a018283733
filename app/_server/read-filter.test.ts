import { expect, test, vi } from "vitest";
import { GapFilter } from "#/lib/contract/gap-filter.ts";
import { GateFilter } from "#/lib/contract/gate-filter.ts";
import { MergedFilter } from "#/lib/contract/merged.ts";
import { readFilter } from "./read-filter.ts";

// It refuses to be loaded outside of the framework's server.
vi.mock("server-only", () => ({}));

type Search = Parameters<typeof readFilter>[1];

test.each<[string, Search, string[], Partial<GapFilter>]>([
  ["nothing", {}, [], {}],
  ["what is understood", { q: "boot", page: "2" }, [], { q: "boot", page: 2 }],
  ["a page that is none", { q: "boot", page: "x" }, ["page"], { q: "boot", page: 1 }],
  ["a NUL in the search", { q: "\0", page: "2" }, ["q"], { q: undefined, page: 2 }],
  ["half a character", { q: "\ud83d", owner: "ada" }, ["q"], { q: undefined, owner: "ada" }],
  ["a NUL in a repeated part", { repo: ["a", "b\0"] }, ["repo"], { repo: [] }],
  [
    "both at once",
    { part: "\0", page: "0", q: "a" },
    ["part", "page"],
    { part: undefined, q: "a" },
  ],
  ["a NUL in a list of words", { verdict: "gap,\0", q: "a" }, ["verdict"], { verdict: [], q: "a" }],
  ["a NUL in a part that no page knows", { "x\0": "\0", q: "a" }, [], { q: "a" }],
])("reads an address with %s", (_what, search, ignored, filter) => {
  const read = readFilter(GapFilter, search);
  expect(read.ignored).toEqual(ignored);
  expect(read.filter).toEqual({ ...GapFilter.parse({}), ...filter });
});

test.each([
  ["gates", GateFilter],
  ["merged pull requests", MergedFilter],
])("no NUL reaches the list of %s", (_what, schema) => {
  const read = readFilter(schema, { q: "\0", repo: "a\0" });
  expect(read.ignored.toSorted()).toEqual(["q", "repo"]);
  expect(read.filter).toEqual(schema.parse({}));
});
