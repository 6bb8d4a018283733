import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { VerdictKind } from "../verdict.ts";
import type { ItemAt } from "./progress.ts";
import { someItems, someKeys } from "./testing/rows.ts";
import { sayWhatIf, whatIf } from "./what-if.ts";

const itemsOf = (alias: string, counts: Partial<Record<VerdictKind, number>>): ItemAt[] =>
  (["covered", "gap", "waived", "unknown"] as const).flatMap((verdict) =>
    Array.from({ length: counts[verdict] ?? 0 }, (_, at) => ({
      naturalKey: `${alias}-${verdict}-${at}`,
      alias,
      verdict,
    })),
  );
const items = [
  ...itemsOf("core", { covered: 41, gap: 11 }),
  ...itemsOf("cp", { covered: 61, gap: 41, waived: 2, unknown: 3 }),
];

test.each<[string, readonly string[], string]>([
  [
    "gaps of one repository are said in its own figures",
    ["cp-gap-0", "cp-gap-1", "cp-gap-2"],
    "Merging this closes 3 gaps of cp, 59.8 % (61 of 102) → 62.7 % (64 of 102).",
  ],
  [
    "gaps of several in those of the program",
    ["cp-gap-0", "core-gap-0"],
    "Merging this closes 2 gaps in 2 repositories, 66.2 % (102 of 154) → 67.5 % (104 of 154).",
  ],
  [
    "one gap",
    ["core-gap-4"],
    "Merging this closes 1 gap of core, 78.8 % (41 of 52) → 80.8 % (42 of 52).",
  ],
  [
    "a gap that is named twice",
    ["core-gap-4", "core-gap-4"],
    "Merging this closes 1 gap of core, 78.8 % (41 of 52) → 80.8 % (42 of 52).",
  ],
  [
    "what is covered, waived, unknown or not there",
    ["cp-covered-0", "cp-waived-0", "cp-unknown-0", "?"],
    "Merging this closes no gap.",
  ],
  ["nothing", [], "Merging this closes no gap."],
])("%s", (_what, closes, said) => {
  expect(sayWhatIf(whatIf(items)(closes))).toBe(said);
});

test("the last gap makes it whole", () => {
  const closes = ["core-gap-0"];
  const result = whatIf(itemsOf("core", { gap: 1 }))(closes);
  expect(sayWhatIf(result)).toBe(
    "Merging this closes 1 gap of core, 0.0 % (0 of 1) → 100.0 % (1 of 1).",
  );
});

describe("whatever is given", () => {
  test("the covered ones grow by what is closed, and the denominator stays", () => {
    fc.assert(
      fc.property(someItems, someKeys, (given, closes) => {
        const { closed, program, repositories } = whatIf(given)(closes);
        for (const { before, after } of [program, ...repositories])
          expect(after.of).toBe(before.of);
        expect(program.after.covered).toBe(program.before.covered + closed.length);
        const inRepositories = repositories.map(
          ({ after, before }) => after.covered - before.covered,
        );
        expect(inRepositories.reduce((sum, each) => sum + each, 0)).toBe(closed.length);
        expect(program.after.covered).toBeLessThanOrEqual(program.after.of);
      }),
    );
  });
});

test("thousands of lists are told of one reading of many items", () => {
  const tell = whatIf(itemsOf("core", { covered: 50_000, gap: 50_000 }));
  const told = Array.from({ length: 5000 }, (_, at) => tell([`core-gap-${at}`]));
  expect(new Set(told.map(({ program }) => program.after.covered))).toEqual(new Set([50_001]));
});
