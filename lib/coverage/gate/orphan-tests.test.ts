import { describe, expect, test } from "vitest";
import { orphanTests } from "./orphan-tests.ts";
import { readGates } from "./read-gates.ts";

const RUNS = {
  path: ".github/workflows/ci.yml",
  text: "on: pull_request\njobs:\n  a:\n    steps:\n      - run: bash tests/e2e/test_a.sh\n",
};
const BROKEN = { path: ".github/workflows/e2e.yml", text: "jobs: [\n" };
const TESTS = ["tests/e2e/test_a.sh", "tests/e2e/test_b.sh"];

describe("a workflow file that is broken", () => {
  const { gates, findings } = readGates([RUNS, BROKEN]);

  test("may run what no other does", () => {
    const { orphans, unclear } = orphanTests(gates, TESTS, findings);
    expect(orphans).toEqual([]);
    expect(unclear.map(({ path }) => path)).toEqual(["tests/e2e/test_b.sh"]);
    expect(unclear[0]?.why).toContain(".github/workflows/e2e.yml");
  });

  test("other findings make nothing unclear", () => {
    const whole = readGates([RUNS]);
    const { orphans, unclear } = orphanTests(whole.gates, TESTS, [
      ...whole.findings,
      ...findings.map((finding) => ({ ...finding, kind: "masked" as const })),
    ]);
    expect([orphans.length, unclear.length]).toEqual([1, 0]);
  });
});

test.each([
  ["src/__tests__/__fixtures__/a.test.ts", false],
  ["src/__tests__/fixtures/deep/a.test.ts", false],
  ["tests/fixtures/test_a.py", false],
  ["pkg/testdata/a_test.go", false],
  ["src/__tests__/__snapshots__/a.test.ts", false],
  ["src/fixtures/a.test.ts", true],
  ["tests/fixture.test.ts", true],
  ["src/__tests__/a.test.ts", true],
])("%s without a job is an orphan: %s", (path, expected) => {
  expect(orphanTests([], [path]).orphans.length === 1).toBe(expected);
});

test("what a job runs off pull requests is told wherever it lies", () => {
  const text = RUNS.text.replace("pull_request", "push").replace("e2e/", "fixtures/");
  const { gates } = readGates([{ ...RUNS, text }]);
  const { offPullRequests } = orphanTests(gates, ["tests/fixtures/test_a.sh"]);
  expect(offPullRequests).toHaveLength(1);
});
