import { describe, expect, test } from "vitest";
import { gateIn } from "./testing/gates-in.ts";

const gate = (on: string, directory?: string) =>
  gateIn(`${on}\njobs:\n  a:\n    steps:\n      - run: go test\n`, "a", directory);

describe("activities of pull requests", () => {
  test.each([
    ["on: pull_request", true],
    ["on:\n  pull_request:\n    types: [opened]", true],
    ["on:\n  pull_request:\n    types: synchronize", true],
    ["on:\n  pull_request:\n    types: [synchronized]", true],
    ["on:\n  pull_request:\n    types: [labeled, reopened]", true],
    ["on:\n  pull_request:\n    types: [labeled]", false],
    ["on:\n  pull_request:\n    types: [ready_for_review]", false],
    ["on:\n  pull_request:\n    types: [closed]\n  pull_request_target:", true],
    ["on:\n  merge_group:", false],
  ])("%j run before a merge: %s", (on, expected) => {
    expect(gate(on).runsOnPullRequest).toBe(expected);
  });

  test.each([
    [".gitea/workflows", "[ready_for_review]", true],
    [".forgejo/workflows", "[converted_to_draft, enqueued]", true],
    [".gitea/workflows", "[opened, ready_for_review]", false],
    [".github/workflows", "[ready_for_review]", false],
  ])("in %s %s never fire: %s", (directory, types, expected) => {
    const { findings } = gate(`on:\n  pull_request:\n    types: ${types}`, directory);
    expect(findings.filter(({ kind }) => kind === "never_fires")).toMatchObject(
      expected ? [{ line: 2, workflow: `${directory}/ci.yml` }] : [],
    );
  });
});

test("every event keeps its filters, each with its line", () => {
  const { starts, branches, paths } = gate(
    "on:\n  push:\n    branches-ignore: ['wip/*']\n  pull_request:\n    branches:\n      - main\n      - 'release/*'\n    paths: [a/**]",
  );
  expect([branches, paths]).toEqual([["main", "release/*"], ["a/**"]]);
  expect(starts).toMatchObject([
    { event: "push", line: 2, branchesIgnore: [{ pattern: "wip/*", line: 3 }] },
    {
      event: "pull_request",
      line: 4,
      types: null,
      branches: [
        { pattern: "main", line: 6 },
        { pattern: "release/*", line: 7 },
      ],
      paths: [{ pattern: "a/**", line: 8 }],
    },
  ]);
});

test("branches that are left out are a finding too", () => {
  const { findings } = gate("on:\n  pull_request:\n    branches-ignore: [wip]");
  expect(findings).toMatchObject([
    { kind: "branch_filtered", message: "It does not run for: wip" },
  ]);
});
