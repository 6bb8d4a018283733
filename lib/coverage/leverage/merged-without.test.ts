import { expect, test } from "vitest";
import type { CheckFact, CheckState } from "#/lib/facts/check.ts";
import { known, unknown } from "#/lib/facts/known.ts";
import { gatesIn } from "../gate/testing/gates-in.ts";
import type { ObservedRuns } from "../rung/observed-runs.ts";
import { repositoryRuns } from "../rung/repository-runs.ts";
import { mergedWithout } from "./merged-without.ts";

const gates = gatesIn("on: pull_request\njobs:\n  e2e: { steps: [{ run: pytest tests/e2e }] }\n");
const MERGED = new Date("2026-06-02T00:00:00Z");
const check = (state: CheckState, more: Partial<CheckFact> = {}): CheckFact => ({
  context: "e2e",
  state,
  at: new Date("2026-06-01T00:00:00Z"),
  url: null,
  ...more,
});
const runs = (head: ObservedRuns["head"]): ObservedRuns => ({
  ...repositoryRuns({
    gates,
    demands: known(null),
    seen: ["e2e"],
    passes: new Map(),
    forge: "github",
    unread: null,
  }),
  mergedAt: MERGED,
  head,
  merged: known([check("success")]),
});

test.each<[string, ObservedRuns["head"], boolean]>([
  ["it had succeeded", known([check("success")]), false],
  ["it had failed", known([check("failure")]), true],
  ["it was skipped", known([check("skipped")]), true],
  ["it did not report, though it did on the merge", known([]), true],
  ["another job had succeeded", known([check("success", { context: "lint" })]), true],
  [
    "it reported after the merge",
    known([check("success", { at: new Date("2026-06-03T00:00:00Z") })]),
    true,
  ],
  ["it reported in the moment of the merge", known([check("success", { at: MERGED })]), false],
  ["what the head said could not be read", unknown("refused"), true],
])("%s", (_what, head, isWithout) => {
  const without = mergedWithout({ gates, runs: known(runs(head)) });
  expect(without).toEqual(isWithout ? [".github/workflows/ci.yml:e2e"] : []);
});

test("where nothing is told of runs no gate is known to have succeeded", () => {
  expect(mergedWithout({ gates, runs: unknown("a clone") })).toHaveLength(1);
});
