import { expect, test } from "vitest";
import { readBackground, survey } from "#/lib/coverage/background.ts";
import { MEASURES } from "#/lib/coverage/measure.ts";
import { PolicyRules, PRESETS } from "#/lib/coverage/policy.ts";
import { known, unknown } from "#/lib/facts/known.ts";
import type { MergedPullRequest } from "#/lib/store/load-merged.ts";
import { NO_OVERRIDES } from "#/lib/store/load-overrides.ts";
import { judgeMerged } from "./judge-merged.ts";
import { added, mergedRow, REPOSITORY } from "./testing/rows.ts";

const merged = (number: number, more: Partial<MergedPullRequest> = {}) =>
  mergedRow(number, {
    files: known([added("src/a.go"), added("tests/e2e/test_x.sh")]),
    ...more,
  });
const UNREAD = { files: unknown("cut short") };

const judge = (
  pullRequests: readonly MergedPullRequest[],
  gates: Parameters<typeof judgeMerged>[0]["gates"] = known([]),
  overrides: Parameters<typeof judgeMerged>[0]["overrides"] = NO_OVERRIDES,
) => {
  const background = readBackground(pullRequests.map(survey));
  const rules = PolicyRules.parse(PRESETS.gated);
  return judgeMerged({
    repository: REPOSITORY,
    pullRequests,
    background,
    gates,
    unfollowed: null,
    rules,
    overrides,
    runsOf: () => unknown("Runs are not read yet."),
    sources: new Set(),
  });
};

test("a fix whose files are unknown is an item that is unknown at every rung, with the reason", () => {
  const { items, audit } = judge([merged(1, { ...UNREAD, title: "Fix the login" })]);
  expect(audit).toEqual({ merged: 1, fixes: 0, excluded: 0, unclassified: 1 });
  expect(items[0]?.standing.unknownAbove).toEqual({ rung: "tested", missing: "cut short" });
  const rungs = MEASURES.filter((measure) => measure !== "has_test@1");
  expect([...(items[0]?.verdicts ?? [])]).toEqual(rungs.map((rung) => [rung, "unknown"]));
  expect(items[0]?.paths).toBeNull();
});

test("one of the audit's population is unknown there as well", () => {
  const [item] = judge([merged(1, UNREAD)]).items;
  expect(MEASURES.map((measure) => item?.verdicts.get(measure))).toEqual(
    MEASURES.map(() => "unknown"),
  );
});

test("fixes, excluded and unclassified ones are all that was merged, and the rungs' scope is fixes and unclassified ones", () => {
  const { items, audit } = judge([
    merged(1),
    merged(2, { ...UNREAD, title: "Fix the login" }),
    merged(3, { ...UNREAD, title: "feat: a" }),
    merged(4, { ...UNREAD, baseRef: "release" }),
    merged(5, { title: "docs: a", files: known([added("docs/a.md")]) }),
    merged(6, { files: known([added("docs/a.md")]) }),
  ]);
  expect(audit).toEqual({ merged: 6, fixes: 1, excluded: 4, unclassified: 1 });
  expect(items.filter(({ verdicts }) => verdicts.has("gated")).map(({ number }) => number)).toEqual(
    [1, 2],
  );
  // What only the audit's rule takes for a fix has a verdict at its measure alone.
  expect([...(items.find(({ number }) => number === 6)?.verdicts.keys() ?? [])]).toEqual([
    "has_test@1",
  ]);
});

test("workflow files that could not be read leave gated unknown, and never a gap", () => {
  const [item] = judge([merged(1)], unknown("the forge refuses them")).items;
  expect(item?.verdicts.get("tested")).toBe("covered");
  expect(item?.verdicts.get("gated")).toBe("unknown");
  expect(item?.standing.unknownAbove?.missing).toBe("the forge refuses them");
});

test("what a person decided counts, and every pull request says what it counts as and why", () => {
  const by = { by: "kimi", reason: "it only renames" };
  const fixes = new Map([
    [1, { isFix: false, ...by }],
    [2, { isFix: true, ...by }],
  ]);
  const rows = [merged(1), merged(2, { title: "feat: a" }), merged(3, { baseRef: "release" })];
  const { items, classified, audit } = judge(rows, known([]), { fixes, testKinds: [] });
  expect(audit).toEqual({ merged: 3, fixes: 1, excluded: 2, unclassified: 0 });
  expect(items.map(({ number }) => number)).toContain(2);
  expect(classified.map(({ number, counts }) => [number, counts])).toEqual([
    [1, "excluded"],
    [2, "fix"],
    [3, "excluded"],
  ]);
  expect(classified[0]?.steps.find(({ rule }) => rule === "decided")?.note).toContain("kimi");
  expect(classified[2]?.steps[0]?.rule).toBe("other-branch");
});
