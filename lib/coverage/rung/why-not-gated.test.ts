import { expect, test } from "vitest";
import { known, unknown } from "#/lib/facts/known.ts";
import { readGates } from "../gate/read-gates.ts";
import { NO_CONVENTIONS } from "../test/conventions.ts";
import { judgeTests } from "../test/judge-tests.ts";
import { climb } from "./climb.ts";

const UNKNOWN_RUNS = unknown("a clone tells nothing of runs");

const workflow = (on: string, run: string) =>
  readGates([
    {
      path: ".github/workflows/e2e.yml",
      text: `on: ${on}\njobs:\n  flow:\n    runs-on: x\n    steps:\n      - run: ${run}\n`,
    },
  ]).gates;

const because = (path: string, gates: ReturnType<typeof workflow>) => {
  const file = { path, previousPath: null, status: "added", additions: 9, deletions: 0 } as const;
  const product = { ...file, path: "src/flow.sh", status: "modified" } as const;
  const files = [file, product];
  const tests = known(
    judgeTests({ title: "fix: flow", files, kindRules: [], conventions: NO_CONVENTIONS }),
  );
  const { missed, missedBecause } = climb({
    tests,
    paths: files.map((each) => each.path),
    gates: known(gates),
    rules: { acceptedKinds: ["e2e"] },
    revertedBy: null,
    runs: UNKNOWN_RUNS,
  });
  return [missed, missedBecause];
};

const E2E = "tests/e2e/test_flow.sh";

test.each([
  [
    "a test of a kind that the policy does not accept",
    "src/flow.test.ts",
    workflow("pull_request", "npx vitest run"),
    "Its test is of the kind unit, and the policy accepts e2e.",
  ],
  ["a test that no job runs", E2E, workflow("pull_request", "echo hello"), `No job runs ${E2E}.`],
  [
    "a job that does not run on pull requests",
    E2E,
    workflow("push", `bash ${E2E}`),
    "e2e.yml:flow runs its test. It does not run on pull requests.",
  ],
  ["a job that cannot fail", E2E, workflow("pull_request", `bash ${E2E} || true`), "It is masked"],
])("%s is told as the reason why `gated` is missed", (_name, path, gates, reason) => {
  const [missed, why] = because(path, gates);
  expect(missed).toBe("gated");
  expect(why).toContain(reason);
});
