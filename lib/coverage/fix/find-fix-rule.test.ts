import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { known, unknown } from "#/lib/facts/known.ts";
import { NO_LINEAGE } from "../lineage/trace-lineage.ts";
import { sayStep } from "../step.ts";
import { file } from "../testing/file.ts";
import { classifyFix } from "./classify-fix.ts";
import { findFixRule, isRuledFix } from "./find-fix-rule.ts";
import { FixRule } from "./fix-rule.ts";
import { settle } from "./settle.ts";

const rule = (when: object, isFix = false): FixRule =>
  FixRule.parse({ when, isFix, reason: "We agreed on it." });
const change = (words: { title?: string; labels?: string[]; headRef?: string | null } = {}) => ({
  title: words.title ?? "fix(core): a crash",
  labels: words.labels ?? [],
  headRef: words.headRef ?? null,
});

describe("when a rule applies", () => {
  test.each([
    ["a label in another case", { labels: ["Infra"] }, { labels: ["infra"] }, true],
    ["a part of a label", { labels: ["infra"] }, { labels: ["infrastructure"] }, false],
    ["the scope", { scopes: ["CORE"] }, {}, true],
    ["one of several scopes", { scopes: ["ui"] }, { title: "fix(core, ui): a" }, true],
    ["no scope at all", { scopes: ["core"] }, { title: "Fix core" }, false],
    ["a branch", { branches: ["hotfix/**"] }, { headRef: "hotfix/a/b" }, true],
    ["a branch that is not known", { branches: ["**"] }, {}, false],
    ["words of the title", { titles: ["A crash"] }, {}, true],
    ["a part of a word", { titles: ["rash"] }, {}, false],
    ["the start of a word", { titles: ["cras"] }, {}, false],
    [
      "a word that stands behind a part of one",
      { titles: ["rash"] },
      { title: "crash rash" },
      true,
    ],
    ["a prefix that ends with a sign", { titles: ["[ops]"] }, { title: "[OPS]x" }, true],
    ["signs that a regular expression would read", { titles: [".*"] }, {}, false],
    ["one of two", { titles: ["nothing", "crash"] }, {}, true],
    ["only one of two conditions", { titles: ["crash"], labels: ["x"] }, {}, false],
    ["both conditions", { titles: ["crash"], labels: ["x"] }, { labels: ["x"] }, true],
  ])("%s", (_what, when, words, applies) => {
    expect(findFixRule([rule(when)], change(words)) !== null).toBe(applies);
  });

  test("the first that applies, with its place", () => {
    const rules = [
      rule({ labels: ["x"] }),
      rule({ titles: ["crash"] }, true),
      rule({ scopes: ["core"] }),
    ];
    expect(findFixRule(rules, change())).toEqual({ rule: rules[1], place: 2 });
  });

  test("a title of a megabyte and words that almost stand in it take no time", () => {
    const rules = [rule({ titles: ["a".repeat(200)], branches: ["**/*a*b/**"] })];
    const long = change({ title: "a".repeat(1_000_000), headRef: "a/".repeat(100_000) });
    expect(findFixRule(rules, long)).toBeNull();
    const stars = [rule({ branches: [`${"*a*/".repeat(12)}b`] })];
    expect(findFixRule(stars, change({ headRef: `${"aaaaaaaa/".repeat(12)}c` }))).toBeNull();
  });
});

test.each([
  ["one program says so", [[rule({ scopes: ["core"] }, true)]], true],
  ["one of two says so", [[rule({ scopes: ["core"] })], [rule({ titles: ["crash"] }, true)]], true],
  [
    "its first rule says no",
    [[rule({ scopes: ["core"] }), rule({ titles: ["crash"] }, true)]],
    false,
  ],
  ["no rule applies", [[rule({ labels: ["x"] }, true)]], false],
  ["nobody has a rule", [], false],
])("whether any program's rules make it a fix: %s", (_what, programs, is) => {
  expect(isRuledFix(programs, change())).toBe(is);
});

test.each([
  ["nothing to look at", { when: {}, isFix: true, reason: "because" }, /say when it applies/],
  ["an empty list", { when: { labels: [] }, isFix: true, reason: "because" }, /leave it out/],
  ["a field that is none", { when: { label: ["x"] }, isFix: true, reason: "because" }, /label/],
  ["no reason", { when: { labels: ["x"] }, isFix: true, reason: " " }, /reason/],
  ["a slow glob", { when: { branches: ["+(a|b)*"] }, isFix: true, reason: "because" }, /brackets/],
])("a rule with %s is refused", (_what, given, message) => {
  expect(FixRule.safeParse(given).error?.message).toMatch(message);
});

describe("what a rule decides", () => {
  const judge = (rules: readonly FixRule[], title: string, isKnown = true) =>
    classifyFix({
      ...change({ title }),
      files: isKnown ? known([file("src/a.ts")]) : unknown("the list was cut short"),
      rules: { ciCountsAsProduct: false, fixRules: rules },
    });
  const counting = rule({ titles: ["incident"] }, true);
  const dismissing = rule({ scopes: ["demo"] });

  test.each([
    ["what presents itself as a fix is none", dismissing, "fix(demo): a crash", false, "other"],
    ["what does not is one", counting, "feat: after the incident", true, "fix"],
    ["even what takes something back", counting, "Revert the incident", true, "fix"],
    ["what it does not apply to is judged as ever", dismissing, "fix(core): a", true, "fix"],
  ])("%s", (_what, own, title, isFix, kind) => {
    expect(judge([own], title)).toMatchObject({ isFix, kind });
  });

  test("it is the last step that tells of it, with its place and its reason", () => {
    const { steps } = judge([dismissing], "fix(demo): a crash");
    expect(steps.map(sayStep)).toEqual([
      "title-type: the title's type is fix",
      "policy-rule: rule 1 of the policy says that it is no fix: We agreed on it.",
    ]);
  });

  test("it decides where the files are unknown", () => {
    expect(judge([counting], "fix: an incident", false).isFix).toBe(true);
  });

  test("a person's word wins over it", () => {
    const byRules = judge([dismissing], "fix(demo): a crash");
    const override = { isFix: true, reason: "It was down.", by: "Ada" };
    const settled = settle(byRules, override, NO_LINEAGE);
    expect(settled.isFix).toBe(true);
    expect(settled.steps.at(-1)?.rule).toBe("decided");
  });

  test("without rules every change is judged as by the general ones", () => {
    fc.assert(
      fc.property(fc.string(), (title) => {
        const rules = { ciCountsAsProduct: false };
        const files = known([file("src/a.ts")]);
        const general = classifyFix({ ...change({ title }), files, rules });
        expect(judge([], title)).toEqual(general);
      }),
    );
  });
});
