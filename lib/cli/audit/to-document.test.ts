import { expect, test } from "vitest";
import { readBackground, survey } from "#/lib/coverage/background.ts";
import type { Gate } from "#/lib/coverage/gate/gate.ts";
import { PolicyRules, PRESETS } from "#/lib/coverage/policy.ts";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import { judgeMerged } from "./judge-clone.ts";
import { toDocument } from "./to-document.ts";

const changed = (path: string) =>
  ({ path, previousPath: null, status: "added", additions: 1, deletions: 0 }) as const;
const merged = (number: number) => ({
  number,
  sha: "a".repeat(40),
  title: "fix(core): a",
  headRef: null,
  author: "Kimi",
  repo: "owner/name",
  parentSha: null,
  body: "",
  mergedAt: new Date("2026-06-01T00:00:00Z"),
  files: known([changed("src/a.go"), changed("tests/e2e/test_x.sh")]),
});
const RULES = PolicyRules.parse(PRESETS.gated);
const MERGED = [merged(2), { ...merged(1), files: unknown("the object is missing") }];
const BACKGROUND = readBackground(MERGED.map((each) => survey({ ...each, mergeSha: each.sha })));
const judged = (gates: Known<readonly Gate[]>) => ({
  judged: MERGED.map((each) => judgeMerged(each, { background: BACKGROUND, gates, rules: RULES })),
  direct: [],
  gates,
  findings: [],
  paths: known(["src/a.go", "tests/e2e/test_x.sh"]),
});
const FACTS = {
  repository: "owner/name",
  head: "b".repeat(40),
  asOf: new Date("2026-06-12T00:00:00Z"),
  window: { since: null, until: null, limit: null },
  policy: { rules: RULES, label: "gated@1" },
  ...judged(known([])),
};

test("what may be a fix is unknown at every measure and in no percentage", () => {
  const document = toDocument(FACTS);
  expect(document.population).toEqual({ merged: 2, fixes: 1, excluded: 0, unknown: 1 });
  expect(document.measures).toEqual([
    { measure: "has_test@1", covered: 1, of: 1, percent: 100, unknown: 1 },
    { measure: "tested", covered: 1, of: 1, percent: 100, unknown: 1 },
    { measure: "gated", covered: 0, of: 1, percent: 0, unknown: 1 },
  ]);
  expect(document.items[1]).toMatchObject({
    isFix: null,
    rung: "none",
    unknownAbove: "tested",
    verdict: "unknown",
  });
  expect(document.rungs).toEqual({ none: 0, tested: 1, gated: 0 });
});

test("workflow files that could not be read leave gated unknown", () => {
  const { measures } = toDocument({ ...FACTS, ...judged(unknown("it is missing")) });
  expect(measures[2]).toEqual({ measure: "gated", covered: 0, of: 0, percent: null, unknown: 2 });
});

test("what no job runs is listed beside the count of all tests, and unknown as soon as gates or files are", () => {
  expect(toDocument(FACTS)).toMatchObject({
    testFiles: { unit: 0, integration: 0, e2e: 1 },
    unlisted: null,
    orphans: [{ path: "tests/e2e/test_x.sh", lintedBy: [] }],
  });
  const unlisted = "it is missing";
  for (const without of [{ gates: unknown(unlisted) }, { paths: unknown(unlisted) }]) {
    const document = toDocument({ ...FACTS, ...without });
    expect(document).toMatchObject({ testFiles: null, unlisted, orphans: null });
  }
});

test("the window is written out", () => {
  const since = new Date("2026-05-01T00:00:00Z");
  expect(toDocument({ ...FACTS, window: { since, until: null, limit: 7 } }).window).toEqual({
    since: since.toISOString(),
    until: null,
    limit: 7,
  });
});
