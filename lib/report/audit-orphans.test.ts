import { expect, test } from "vitest";
import { firstOrphans } from "./audit-orphans.ts";
import { SAMPLE_AUDIT } from "./testing/sample-audit.ts";

const [unit, ...e2e] = SAMPLE_AUDIT.orphans ?? [];

test("the strongest come first, and what is left out is counted", () => {
  expect(firstOrphans(SAMPLE_AUDIT)).toEqual({
    head: "Tests that no job runs, 6 of 10 test files",
    shown: e2e.map(({ path }) => path),
    more: "and 1 more; gateline gates lists each with its reason",
  });
});

test("where all are shown the reasons are still elsewhere", () => {
  const orphans = unit ? [unit] : [];
  expect(firstOrphans({ ...SAMPLE_AUDIT, orphans })).toMatchObject({
    shown: ["src/a.test.ts"],
    more: "gateline gates lists each with its reason",
  });
});

test.each([
  ["there are none", { orphans: [] }, "No orphan tests among 10 test files."],
  [
    "they are not known",
    { orphans: null, testFiles: null, unlisted: "A tree is missing." },
    "Which tests no job runs is unknown: A tree is missing.",
  ],
])("where %s one sentence says so", (_name, more, head) => {
  expect(firstOrphans({ ...SAMPLE_AUDIT, ...more })).toEqual({ head, shown: [], more: null });
});

test("a document from before they were told claims nothing of them", () => {
  const { testFiles: _, unlisted: __, orphans: ___, ...older } = SAMPLE_AUDIT;
  expect(firstOrphans(older)).toBeNull();
});
