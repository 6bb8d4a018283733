import { expect, test } from "vitest";
import type { AuditItem } from "#/lib/report/audit-document.ts";
import { compareFixes, missesOf } from "./compare-fixes.ts";
import { label } from "./testing/labelled-clone.ts";

/** Only what is compared; what else an audit tells of a pull request is not looked at. */
const item = (more: Partial<AuditItem>): AuditItem =>
  ({
    number: 1,
    title: "fix(shop): prices",
    isFix: true,
    hasTest: false,
    testKind: "none",
    exercisesFix: "no",
    rung: "none",
    unknownAbove: null,
    ...more,
  }) as AuditItem;
const TRUE = label(1, { isFix: true, test: "e2e", exercisesFix: true });
const UNCLEAR = label(1, { isFix: true, test: "e2e", exercisesFix: "unclear" });
const TESTED = { rung: "tested", testKind: "e2e" } as const;

test.each([
  ["a tested fix", TRUE, TESTED, ["tp", "tp", "tp"], 0],
  ["a gated fix", TRUE, { ...TESTED, rung: "gated" }, ["tp", "tp", "tp"], 0],
  [
    "a unit test where it is end to end",
    TRUE,
    { ...TESTED, testKind: "unit" },
    ["tp", "tp", "fn"],
    1,
  ],
  ["a label that is unclear is no hit", UNCLEAR, TESTED, ["tp", "fp", "fp"], 2],
  ["no fix, whatever its rung", TRUE, { ...TESTED, isFix: false }, ["fn", "fn", "fn"], 3],
  ["perhaps a fix is not predicted", TRUE, { ...TESTED, isFix: null }, ["fn", "fn", "fn"], 3],
  ["perhaps tested is not predicted", TRUE, { unknownAbove: "tested" }, ["tp", "fn", "fn"], 2],
  ["unknown beside no is listed too", label(1), { isFix: null }, ["tn", "tn", "tn"], 1],
] as const)("%s", (_name, said, seen, fields, misses) => {
  const judged = [{ label: said, item: item(seen) }];
  const compared = compareFixes(judged);
  for (const [index, field] of fields.entries()) {
    expect(compared[index]?.engine.raw, compared[index]?.measure).toMatchObject({ [field]: 1 });
  }
  expect(missesOf(judged)[0]?.misses ?? []).toHaveLength(misses);
});

test("what is unknown is counted beside the table", () => {
  const judged = [
    { label: TRUE, item: item({ isFix: null, rung: "tested", hasTest: null }) },
    { label: TRUE, item: item({}) },
  ];
  const [isFix, tested] = compareFixes(judged);
  expect([isFix?.engine.unknown, tested?.engine.unknown]).toEqual([1, 1]);
  expect([isFix?.baseline.unknown, tested?.baseline.unknown]).toEqual([0, 1]);
});

test("the audit's rule looks at the title and its own paths alone", () => {
  const judged = [
    { label: TRUE, item: item({ isFix: false, hasTest: true }) },
    { label: TRUE, item: item({ ...TESTED, title: "repair prices", hasTest: true }) },
  ];
  expect(compareFixes(judged).map(({ baseline }) => baseline.raw.tp)).toEqual([1, 1, 1]);
});
