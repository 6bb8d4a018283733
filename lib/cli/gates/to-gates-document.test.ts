import { expect, test } from "vitest";
import { readGates } from "#/lib/coverage/gate/read-gates.ts";
import { known, unknown } from "#/lib/facts/known.ts";
import { type GatesFacts, toGatesDocument } from "./to-gates-document.ts";

const TEXT = `on: pull_request
jobs:
  e2e:
    steps:
      - run: bash tests/e2e/test_a.sh
      - run: sh scripts/smoke.sh
`;
const PATHS = ["README.md", "scripts/smoke.sh", "tests/e2e/test_a.sh", "tests/e2e/test_b.sh"];
const { gates, findings } = readGates([{ path: ".github/workflows/a.yml", text: TEXT }]);
const facts: GatesFacts = {
  repository: "owner/name",
  head: "b".repeat(40),
  asOf: new Date("2026-06-12T00:00:00Z"),
  gates,
  findings,
  paths: known(PATHS),
};

test("each test file is counted by its kind, and those that no job runs are listed; a job also counts what it names as a test itself", () => {
  const document = toGatesDocument(facts);
  expect(document.testFiles).toEqual({ unit: 0, integration: 0, e2e: 2 });
  expect(document.orphans).toMatchObject([{ path: "tests/e2e/test_b.sh" }]);
  expect(document.gates[0]?.tests).toMatchObject({
    certain: 2,
    files: ["scripts/smoke.sh", "tests/e2e/test_a.sh"],
  });
});

test("where the files could not be listed no count and no list is made up", () => {
  const document = toGatesDocument({ ...facts, paths: unknown("A tree is missing.") });
  expect(document).toMatchObject({
    testFiles: null,
    unlisted: "A tree is missing.",
    orphans: null,
    offPullRequests: null,
    unclear: null,
    gates: [
      {
        job: "e2e",
        tests: {
          certain: null,
          unclear: null,
          patterns: ["tests/e2e/test_a.sh", "scripts/smoke.sh"],
          files: null,
        },
      },
    ],
  });
});
