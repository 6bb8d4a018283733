import { expect, test } from "vitest";
import { PolicyRules, PRESETS } from "#/lib/coverage/policy.ts";
import type { Standing } from "#/lib/coverage/verdict.ts";
import { known, unknown } from "#/lib/facts/known.ts";
import { judgeIssues, type LinksOfIssue } from "./judge-issues.ts";
import { REPOSITORY } from "./testing/rows.ts";

const issue = (number: number, labels: readonly string[] = []) => ({
  number,
  title: "It breaks",
  author: null,
  url: null,
  labels,
  createdAt: new Date("2026-06-01T00:00:00Z"),
});
const judge = (links: ReturnType<LinksOfIssue>) =>
  judgeIssues({
    repository: REPOSITORY,
    issues: [issue(1), issue(2, ["incident"]), issue(3)],
    trackingIssue: 3,
    rules: PolicyRules.parse(PRESETS.gated),
    linksOf: () => links,
  });
const NONE = { hasMergedPatch: known(false), linked: known(null), insufficient: null };
const GATED: Standing = { rung: "gated", missed: null, unknownAbove: null, evidence: [] };

test("every open issue but the tracking one is an item, an incident by its label", () => {
  expect(judge(NONE).map(({ number, kind }) => [number, kind])).toEqual([
    [1, "issue"],
    [2, "incident"],
  ]);
});

test.each([
  ["nothing is linked to", NONE, "OPEN", "gap"],
  [
    "is repaired and no gate covers",
    { ...NONE, hasMergedPatch: known(true) },
    "PATCHED_NOT_GATED",
    "gap",
  ],
  [
    "a gate covers that is not enough",
    { ...NONE, insufficient: "another path" },
    "GATE_INSUFFICIENT",
    "gap",
  ],
  [
    "is repaired and a gate covers",
    { ...NONE, hasMergedPatch: known(true), linked: known(GATED) },
    "RESOLVED",
    "covered",
  ],
])("an issue that %s", (_what, links, resolution, verdict) => {
  for (const item of judge(links)) {
    expect(item.resolution).toBe(resolution);
    expect(item.verdicts.get("gated")).toBe(verdict);
    expect(item.verdicts.has("has_test@1")).toBe(false);
  }
});

test("an issue whose links wait for a person is unknown, with the reason", () => {
  const why = "A link waits for a person.";
  const [item] = judge({ ...NONE, linked: unknown(why), hasMergedPatch: known(true) });
  expect(item?.resolution).toBeNull();
  expect(item?.standing.unknownAbove).toEqual({ rung: "tested", missing: why });
});
