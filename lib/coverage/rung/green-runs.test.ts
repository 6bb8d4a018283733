import { expect, test } from "vitest";
import { known, unknown } from "#/lib/facts/known.ts";
import type { ProtectionFact } from "#/lib/facts/protection.ts";
import { readGates } from "../gate/read-gates.ts";
import { climbRuns } from "./climb-runs.ts";
import { greenRuns } from "./green-runs.ts";
import { repositoryRuns } from "./repository-runs.ts";

const TEXT = `name: ci
on: pull_request
jobs:
  e2e:
    steps:
      - run: bash tests/e2e/test_x.sh
`;
const { gates } = readGates([{ path: ".gitea/workflows/ci.yml", text: TEXT }]);
const AT = new Date("2026-06-01T00:00:00Z");
const demands = (...contexts: string[]): ProtectionFact => ({
  checksRequired: true,
  contexts,
  approvals: 1,
  bypass: null,
});

test.each([
  ["that is required blocks", known(demands("ci / e2e (pull_request)")), ["x"], "blocking", null],
  ["that is required and was never seen blocks", known(demands("ci / e2e*")), [], "blocking", null],
  ["that is not required is executed", known(demands("lint")), ["x"], "executed", "blocking"],
  ["of a branch without a rule is executed", known(null), ["x"], "executed", "blocking"],
  ["of a branch that tells nothing is executed", unknown("refused"), ["x"], "executed", null],
])("a green job %s", (_what, branch, seen, rung, missed) => {
  const facts = { gates, demands: branch, seen, passes: new Map<string, Date>() };
  const runs = repositoryRuns({ ...facts, forge: "gitea", unread: "The last look was not whole." });
  const green = greenRuns(runs, gates, AT);
  const gated = gates.map((gate) => ({ gate, path: "tests/e2e/test_x.sh" }));
  expect(green.known && climbRuns(gated, green.value)).toMatchObject({ rung, missed });
});
