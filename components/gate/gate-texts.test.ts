import { describe, expect, test } from "vitest";
import { GateFilter } from "#/lib/contract/gate-filter.ts";
import type { GateView, RequiredChecksView } from "#/lib/contract/gates.ts";
import { FINDING_KINDS } from "#/lib/coverage/gate/finding.ts";
import { GATE_KINDS } from "#/lib/coverage/gate/gate.ts";
import { groupUnclear } from "./group-unclear.ts";
import { meaningOf } from "./meaning-of.ts";
import { sayActivities } from "./say-activities.ts";
import { sayDemands } from "./say-demands.ts";
import { sayFlaws, sayGates, splitByTests } from "./say-gates.ts";
import { sayRequired } from "./say-required.ts";

const gate = (kind: string) => ({ kind }) as GateView;

describe("sayGates", () => {
  const counts = { all: 28, masked: 1, notRequired: 14, unknown: 0 };
  test.each([
    [counts, {}, "28 jobs: 1 masked, 14 not required"],
    [counts, { is: "masked" }, "2 of 28 jobs"],
    [
      { all: 1200, masked: 0, notRequired: 0, unknown: 1200 },
      {},
      "1,200 jobs: none masked, 1,200 not known to be required",
    ],
    [{ all: 0, masked: 0, notRequired: 0, unknown: 0 }, {}, "0 jobs"],
  ])("%o %o", (all, filter, said) => {
    const view = { gates: [gate("e2e"), gate("unit")], counts: all };
    expect(sayGates(view, GateFilter.parse(filter))).toBe(said);
  });
});

test.each([
  ["", { masked: false, required: "direct", runsOnPullRequest: true }],
  ["masked", { masked: true, required: "through", runsOnPullRequest: true }],
  [
    "not on pull requests, not required",
    { masked: false, required: "no", runsOnPullRequest: false },
  ],
  ["not known to be required, masked", { masked: true, required: null, runsOnPullRequest: true }],
] as const)("what speaks against a gate: %j", (said, facts) => {
  expect(sayFlaws(facts)).toBe(said);
});

test("every job is either one that runs tests or one that runs none", () => {
  const { tests, others } = splitByTests(GATE_KINDS.map(gate));
  expect(tests.map(({ kind }) => kind)).toEqual(["unit", "integration", "e2e", "smoke"]);
  expect(others.map(({ kind }) => kind)).toEqual(["lint", "build", "other"]);
});

describe("sayRequired", () => {
  test.each([
    ["direct", null, { tone: "good", text: "yes", why: null }],
    [
      "through",
      "by the job ok",
      { tone: "good", text: "yes, through a job", why: "by the job ok" },
    ],
    ["no", null, { tone: "bad", text: "no", why: null }],
    [null, "not read", { tone: "unknown", text: "not known", why: "not read" }],
  ] as const)("%s", (required, requiredWhy, said) => {
    expect(sayRequired({ required, requiredWhy })).toEqual(said);
  });
});

describe("sayDemands", () => {
  const demands = {
    checksRequired: true,
    all: false,
    approvals: 0,
    bypass: false,
    contexts: [{ context: "ci", state: "produced" as const, gates: [] }],
  };
  const said = (more: Partial<RequiredChecksView>) =>
    sayDemands({ alias: "web", branch: "main", why: null, demands, ...more });
  test.each([
    ["not known", { why: "The token may not.", demands: null }, "Not known: The token may not."],
    ["no protection", { demands: null }, "main is not protected: anything can be merged."],
    ["one check", {}, "main demands 1 check."],
    [
      "reviews, and a way past",
      { demands: { ...demands, approvals: 2, bypass: true } },
      "main demands 1 check and 2 approvals. Somebody may merge past it.",
    ],
    [
      "all checks",
      { demands: { ...demands, all: true, contexts: [] } },
      "Every check that reports to main must pass.",
    ],
    [
      "no check",
      { demands: { ...demands, checksRequired: false, contexts: [] } },
      "main is protected and demands no check.",
    ],
    [
      "a forge that does not tell",
      { demands: { ...demands, bypass: null } },
      "main demands 1 check. Whether somebody may merge past it, the forge does not tell.",
    ],
  ])("%s", (_what, more, expected) => {
    expect(said(more)).toBe(expected);
  });
});

test.each([
  ["pull_request", null, "the usual: opened, changed, reopened"],
  ["pull_request_target", ["closed"], "closed"],
  ["push", null, null],
])("the activities of %s with %j", (event, types, said) => {
  expect(sayActivities({ event, types })).toBe(said);
});

test("every kind of finding has a meaning, and one that is none has not", () => {
  expect(FINDING_KINDS.filter((kind) => meaningOf(kind) === null)).toEqual([]);
  expect(meaningOf("toString")).toBeNull();
});

test("files of which it cannot be told stand under the reason that they share, the most first", () => {
  const paths = [
    { path: "a", why: "x" },
    { path: "b", why: "y" },
    { path: "c", why: "y" },
  ];
  expect(groupUnclear(paths)).toEqual([
    { why: "y", paths: ["b", "c"] },
    { why: "x", paths: ["a"] },
  ]);
});
