import { describe, expect, test } from "vitest";
import { PolicyRules, PRESETS } from "../policy.ts";
import { policyDiff } from "./diff.ts";
import { policyInChapters, policyInWords } from "./in-words.ts";
import { policyProblems, sayProblem } from "./problems.ts";

const BLOCKING = PolicyRules.parse(PRESETS.blocking);
const RULE = { when: { labels: ["infra", "ops"] }, isFix: false, reason: "It is not shipped" };
const FULL = PolicyRules.parse({
  ...PRESETS.gated,
  acceptedKinds: ["integration", "e2e"],
  ciCountsAsProduct: true,
  fixRules: [RULE],
  testKinds: [{ paths: ["checks/**"], kind: "e2e", reason: "They start the server." }],
  clusters: [{ key: "a", name: "A", why: "w" }],
  suggestClusters: false,
  approvals: { reviews: 2, group: "reviewers" },
  signOffs: [],
  lease: { agentMinutes: 1, personDays: 2 },
  waiver: { daysMax: 30 },
});

describe("the document", () => {
  test("a version from before the later fields has their defaults", () => {
    const old = {
      name: "old",
      rung: "gated",
      acceptedKinds: ["e2e"],
      ciCountsAsProduct: false,
      clusters: [],
    };
    expect(PolicyRules.parse(old)).toEqual({
      ...old,
      fixRules: [],
      testKinds: [],
      suggestClusters: true,
      approvals: { reviews: 0, group: null },
      signOffs: [{ for: "architecture", role: "cto" }],
      lease: { agentMinutes: 30, personDays: 5 },
      waiver: { daysMax: 90 },
    });
  });

  test.each([
    [
      "a field that is none",
      { rungs: 1 },
      /^there is no field "rungs"; take it out, or use one of name, rung,/,
    ],
    [
      "one deep inside",
      { fixRules: [{ ...RULE, when: { label: ["x"] } }] },
      /^fixRules\[0\]\.when: there is no field "label"; take it out, or use one of labels, scopes, branches, titles/,
    ],
    [
      "one in a field with a default",
      { lease: { hours: 1 } },
      /^lease: .*agentMinutes, personDays/,
    ],
    ["a waiver without end", { waiver: { daysMax: 91 } }, /^waiver\.daysMax: .*90/],
    ["too many reviews", { approvals: { reviews: 11 } }, /^approvals\.reviews: .*10/],
    ["no rung", { rung: "none" }, /^rung: /],
    [
      "a slow glob",
      { clusters: [{ key: "a", name: "A", why: "w", match: { paths: ["@(a)"] } }] },
      /^clusters\[0\]\.match\.paths\[0\]: .*brackets/,
    ],
    [
      "a key given twice",
      { clusters: [1, 2].map(() => ({ key: "a", name: "A", why: "w" })) },
      /^clusters\[1\]\.key: the key a was given/,
    ],
  ])("%s is refused where it stands", (_what, more, message) => {
    const { error } = PolicyRules.safeParse({ ...PRESETS.blocking, ...more });
    expect(error && sayProblem(policyProblems(error)[0] ?? { where: "", what: "" })).toMatch(
      message,
    );
  });

  test("what is no document at all is refused too", () => {
    const { error } = PolicyRules.safeParse([]);
    expect(error && policyProblems(error)).toMatchObject([{ where: "" }]);
  });
});

describe("in words", () => {
  test("a preset", () => {
    expect(policyInWords(BLOCKING)).toEqual([
      "A merged pull request that presents itself as a fix counts as one: by its title, its labels, its branch or the defect that it closes.",
      "Repairs of nothing but CI and deployment code are no fixes.",
      "What a person decided about one pull request wins over every rule.",
      "From the rung gated on, end-to-end tests count and no others.",
      "An item is covered from the rung blocking on (4 of 6): the job that runs its test has to pass before anything is merged to the default branch.",
      "No rule gathers gaps into clusters.",
      "For gaps that no rule gathers, clusters are suggested.",
      "A gap closes without a review.",
      "Work on the architecture takes the CTO's signature before it is dispatched.",
      "A claim lapses without a sign of life: an agent's after 30 minutes, a person's after 5 days.",
      "A waiver lasts 90 days at most.",
    ]);
  });

  test("each field says something else where it is another", () => {
    expect(policyInChapters(FULL).map(({ sentences }) => sentences)).toEqual([
      [
        "1. What is labelled infra or ops is no fix: It is not shipped.",
        "Of anything else, a merged pull request that presents itself as a fix counts as one: by its title, its labels, its branch or the defect that it closes.",
        "Repairs of CI and deployment code are fixes too.",
        "What a person decided about one pull request wins over every rule.",
      ],
      [
        "From the rung gated on, integration and end-to-end tests count and no others.",
        "Tests at checks/** are end-to-end tests: They start the server.",
      ],
      [
        "An item is covered from the rung gated on (2 of 6): a test of a kind that counts is run by a job on pull requests, and nothing masks it.",
      ],
      [
        "One rule gathers gaps into clusters, the first that matches: “A”.",
        "No clusters are suggested.",
      ],
      [
        "A gap closes with 2 reviews by reviewers.",
        "No work takes a signature before it is dispatched.",
      ],
      [
        "A claim lapses without a sign of life: an agent's after 1 minute, a person's after 2 days.",
        "A waiver lasts 30 days at most.",
      ],
    ]);
  });
});

describe("what differs", () => {
  test("nothing between a policy and itself, read back with its fields in another order", () => {
    const other = Object.fromEntries(Object.entries(FULL).toReversed());
    expect(policyDiff(FULL, PolicyRules.parse(other))).toEqual([]);
  });

  test("every field is told, in words", () => {
    expect(policyDiff(BLOCKING, FULL).map(({ text }) => text)).toEqual([
      "The name: blocking → gated",
      "The rung that counts as covered: blocking → gated",
      "The kinds of tests that count: e2e → integration, e2e",
      "Repairs of CI and deployment code count as fixes: no → yes",
      "The rules on what counts as a fix: 0 → 1 (1 new or changed, 0 gone or changed)",
      "The rules on kinds of tests: 0 → 1 (1 new or changed, 0 gone or changed)",
      "The rules on clusters: 0 → 1 (1 new or changed, 0 gone or changed)",
      "Clusters are suggested: yes → no",
      "The reviews before a gap closes: 0 → 2 by reviewers",
      "The signatures before work is dispatched: architecture by cto → none",
      "How long a claim lasts: agents 30 min, people 5 d → agents 1 min, people 2 d",
      "How long a waiver lasts: 90 d at most → 30 d at most",
    ]);
  });

  test("an order that matters is a change", () => {
    const two = { ...FULL, fixRules: [...FULL.fixRules, { ...RULE, isFix: true }] };
    const turned = { ...two, fixRules: two.fixRules.toReversed() };
    expect(policyDiff(two, turned)).toEqual([
      { field: "fixRules", text: "The rules on what counts as a fix: 2 → 2, in another order" },
    ]);
  });
});
