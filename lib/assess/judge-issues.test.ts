import { expect, test } from "vitest";
import { PolicyRules, PRESETS } from "#/lib/coverage/policy.ts";
import { judgeIssues } from "./judge-issues.ts";
import { REPOSITORY } from "./testing/rows.ts";

const issue = (number: number, labels: readonly string[] = []) => ({
  number,
  title: "It breaks",
  author: null,
  url: null,
  labels,
  createdAt: new Date("2026-06-01T00:00:00Z"),
});
const judged = judgeIssues({
  repository: REPOSITORY,
  issues: [issue(1), issue(2, ["incident"]), issue(3)],
  trackingIssue: 3,
  rules: PolicyRules.parse(PRESETS.gated),
});

test("every open issue but the tracking one is an item, an incident by its label", () => {
  expect(judged.map(({ number, kind }) => [number, kind])).toEqual([
    [1, "issue"],
    [2, "incident"],
  ]);
});

test("while links are not read an issue has no resolution and is unknown at every rung, with the reason", () => {
  for (const { resolution, standing, verdicts } of judged) {
    expect(resolution).toBeNull();
    expect(new Set(verdicts.values())).toEqual(new Set(["unknown"]));
    expect(verdicts.has("has_test@1")).toBe(false);
    expect(standing.unknownAbove).toEqual({
      rung: "tested",
      missing: "Links between issues and pull requests are not read yet.",
    });
  }
});
