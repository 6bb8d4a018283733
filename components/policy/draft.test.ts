import { describe, expect, test } from "vitest";
import { PolicyRules, PRESETS } from "#/lib/coverage/policy.ts";
import { type Draft, draftOf, readDraft, withPreset, withRung } from "./draft.ts";

const FULL = PolicyRules.parse({
  ...PRESETS.blocking,
  name: "ours",
  ciCountsAsProduct: true,
  fixRules: [{ when: { labels: ["infra"] }, isFix: false, reason: "It is not shipped." }],
  testKinds: [{ paths: ["checks/**"], kind: "e2e" }],
  clusters: [{ key: "a", name: "A", why: "w", match: { scopes: ["a"] } }],
  suggestClusters: false,
  approvals: { reviews: 2, group: "reviewers" },
  signOffs: [{ for: "architecture", role: "cto" }],
  lease: { agentMinutes: 1, personDays: 2 },
  waiver: { daysMax: 3 },
});
const DRAFT = draftOf(FULL);

test.each([
  ["rules with everything", FULL],
  ["a preset", PolicyRules.parse(PRESETS.audit)],
])("%s come back as they went into the form", (_what, rules) => {
  expect(readDraft(draftOf(rules))).toEqual({ rules });
});

test("a preset chooses the rung and the kinds, and leaves what the program wrote itself", () => {
  const read = readDraft(withPreset(DRAFT, PolicyRules.parse(PRESETS.audit)));
  const { name, rung, acceptedKinds } = PolicyRules.parse(PRESETS.audit);
  expect(read).toEqual({ rules: { ...FULL, name, rung, acceptedKinds } });
});

test.each([
  ["of a preset", "blocking", "tested"],
  ["of a rung", "executed", "tested"],
  ["that the program chose", "ours", "ours"],
])("with another rung a name %s", (_what, name, then) => {
  const presets = Object.values(PRESETS);
  expect(withRung({ ...DRAFT, name }, "tested", presets)).toEqual({
    ...DRAFT,
    rung: "tested",
    name: then,
  });
});

describe("what is wrong is told with its place", () => {
  const wrong: readonly (readonly [string, Partial<Draft>, RegExp])[] = [
    ["JSON that ends too early", { clusters: '[\n  {"key": "a"' }, /^clusters.*: this is no JSON/],
    ["JSON with a word in it", { fixRules: "[\n\n oops ]" }, /^fixRules.*this is no JSON/],
    ["a list that is none", { testKinds: "{}" }, /^testKinds: /],
    ["a field that is none", { fixRules: '[{"wen": {}}]' }, /^fixRules\[0\]/],
    ["a number that is none", { reviews: "two" }, /^approvals\.reviews: /],
    ["an empty number, which is no zero", { daysMax: "" }, /^waiver\.daysMax: /],
    ["half a day", { personDays: "0.5" }, /^lease\.personDays: /],
    ["no kind of test", { acceptedKinds: [] }, /^acceptedKinds: accept at least one/],
    ["no name", { name: " " }, /^name: give the policy a name/],
  ];
  test.each(wrong)("%s", (_what, change, said) => {
    const read = readDraft({ ...DRAFT, ...change });
    expect("problems" in read && read.problems[0]).toMatch(said);
  });

  test("every list that is no JSON is told, not only the first", () => {
    const read = readDraft({ ...DRAFT, clusters: "[", fixRules: "]" });
    expect("problems" in read && read.problems).toHaveLength(2);
  });
});
