import { expect, test } from "vitest";
import { PolicyRules, PRESETS } from "#/lib/coverage/policy.ts";
import { known, unknown } from "#/lib/facts/known.ts";
import { judgeDirect } from "./judge-direct.ts";

const rules = PolicyRules.parse(PRESETS.gated);
const commit = (title: string) => ({
  sha: "a".repeat(40),
  title,
  body: "",
  author: "kimi",
  url: null,
  committedAt: new Date("2026-06-01T00:00:00Z"),
});

test.each([
  ["fix(core): a", true],
  ["Fix a crash", true],
  ["Handle nil pointers in the monitor", true],
  ["feat: a", false],
  ["docs: fix a typo", false],
  ["Merge branch 'main' into next", false],
  ['Revert "fix: a"', false],
])("%s looks like a fix: %s", (title, listed) => {
  const judged = judgeDirect(known([commit(title)]), rules);
  expect(judged.known && judged.value.length).toBe(listed ? 1 : 0);
});

test("each says what made it look like a fix and why it is excluded", () => {
  const judged = judgeDirect(known([commit("fix(core): a")]), rules);
  const told = judged.known ? judged.value[0]?.steps.map(({ rule }) => rule) : null;
  expect(told).toEqual(["title-type", "no-pull-request"]);
});

test("commits that were not read are unknown and not none", () => {
  expect(judgeDirect(unknown("refused"), rules)).toEqual(unknown("refused"));
});
