import { describe, expect, test } from "vitest";
import { readGates } from "./read-gates.ts";

const PATH = ".github/workflows/ci.yml";
const read = (text: string) => readGates([{ path: PATH, text }]);
const gate = (text: string) => {
  const [first] = read(text).gates;
  if (!first) throw new Error("no gate was read");
  return first;
};

const CI = `name: CI
on:
  push:
  pull_request:
    branches: [main]
    paths: ['server/**']
defaults:
  run:
    working-directory: server
jobs:
  build:
    name: Build it
    steps:
      - uses: actions/checkout@v4
      - run: go test ./...
      - name: ends
        working-directory: .
        run: |
          bash tests/e2e/test_x.sh
  lint:
    if: github.event_name == 'push'
    steps:
      - run: golangci-lint run || true
`;

test("a job becomes a gate with its place, filters and tests", () => {
  expect(gate(CI)).toMatchObject({
    workflow: PATH,
    workflowName: "CI",
    job: "build",
    name: "Build it",
    kind: "e2e",
    triggers: ["push", "pull_request"],
    branches: ["main"],
    paths: ["server/**"],
    pathsIgnore: [],
    runsOnPullRequest: true,
    masked: false,
    maskReason: null,
    line: 11,
    testPaths: ["server/**/*_test.go", "tests/e2e/test_x.sh"],
  });
  expect(gate(CI).runs.map(({ line, workingDirectory }) => [line, workingDirectory])).toEqual([
    [15, "server"],
    [16, ""],
  ]);
});

test("a job that lints under || true is masked, with the line, and its condition keeps it off pull requests", () => {
  const lint = read(CI).gates[1];
  expect(lint).toMatchObject({ kind: "lint", masked: true, runsOnPullRequest: false });
  expect(lint?.maskReason).toContain("(line 23)");
  expect(lint?.findings.map(({ kind }) => kind)).toEqual([
    "masked",
    "no_pull_request_trigger",
    "branch_filtered",
    "path_filtered",
    "conditional",
  ]);
});

describe("triggers", () => {
  test.each([
    ["on: pull_request", true],
    ["on: [push, pull_request]", true],
    ["on:\n  pull_request:", true],
    ["on: pull_request_target", true],
    ["'on': pull_request", true],
    ["on:\n  pull_request:\n    types: [closed]", false],
    ["on:\n  pull_request:\n    types: [opened]", true],
    ["on: push", false],
    ["on: pull_request_review", false],
    ["on:\n  schedule:\n    - cron: '0 0 * * *'", false],
  ])("%j runs on pull requests: %s", (on, expected) => {
    const text = `${on}\njobs:\n  a:\n    steps:\n      - run: go test ./...\n`;
    expect(gate(text).runsOnPullRequest).toBe(expected);
  });
});

test("a masked and an unmasked test step together leave the job unmasked, with a finding", () => {
  const both = gate(
    "on: push\njobs:\n  a:\n    steps:\n      - run: go test ./a\n        continue-on-error: true\n      - run: go test ./b\n",
  );
  expect([both.masked, both.findings.filter(({ kind }) => kind === "masked").length]).toEqual([
    false,
    1,
  ]);
});

describe("what cannot be read is a finding or nothing, never an error", () => {
  test.each([
    ["broken", "on: push\njobs:\n  a: [\n"],
    ["two keys of one name", "on: push\njobs:\n  a: {}\n  a: {}\n"],
  ])("%s YAML", (_name, text) => {
    const { gates, findings } = read(text);
    expect(gates).toEqual([]);
    expect(findings).toMatchObject([{ kind: "broken_workflow", workflow: PATH, job: null }]);
    expect(findings[0]?.line).toBeGreaterThan(1);
  });

  test("aliases that multiply without end", () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const members =
        level === 0
          ? "x"
          : Array(9)
              .fill(`*a${level - 1}`)
              .join(", ");
      return `k${level}: &a${level} [${members}]`;
    });
    const { findings } = read(`${levels.join("\n")}\njobs:\n  a: {}\n`);
    expect(findings).toMatchObject([{ kind: "broken_workflow" }]);
  });

  test.each([
    ["an empty file", ""],
    ["no jobs", "on: push"],
    ["jobs as a list", "on: push\njobs: [a]"],
    ["a text", "hello"],
  ])("%s", (_name, text) => {
    expect(read(text)).toEqual({ gates: [], findings: [], wanted: [] });
  });

  test.each([
    ["an empty job", "on: push\njobs:\n  a:\n"],
    ["steps that are no list", "on: push\njobs:\n  a:\n    steps: 3\n"],
    ["a step that is no map", "on: push\njobs:\n  a:\n    steps: [3, null]\n"],
    ["a run that is a number", "on: push\njobs:\n  a:\n    steps:\n      - run: 3\n"],
    ["a number as name", "on: push\njobs:\n  1:\n    steps: []\n"],
    ["a name of JavaScript", "on: push\njobs:\n  __proto__:\n    steps: []\n"],
  ])("%s is a gate that does nothing", (_name, text) => {
    expect(gate(text)).toMatchObject({ runs: [], kind: "other", masked: false });
  });
});
