import { expect, test } from "vitest";
import { type Demand, uniteDemands } from "./unite-demands.ts";

const demand = (changed: Partial<Demand> = {}): Demand => ({
  contexts: null,
  approvals: 0,
  bypass: false,
  ...changed,
});

test("no rule at all is no protection", () => {
  expect(uniteDemands([])).toBeNull();
});

test("all checks of all rules and the most approvals", () => {
  const rules = [
    demand({ contexts: ["unit", "lint"], approvals: 1 }),
    demand({ contexts: ["unit", "e2e"], approvals: 2 }),
  ];
  expect(uniteDemands(rules)).toEqual({
    checksRequired: true,
    contexts: ["e2e", "lint", "unit"],
    approvals: 2,
    bypass: false,
  });
});

test.each<[string, Demand[], boolean | null]>([
  ["nobody passes any", [demand({ approvals: 1 }), demand({ contexts: ["a"] })], false],
  [
    "somebody passes one",
    [demand({ approvals: 1 }), demand({ contexts: ["a"], bypass: true })],
    true,
  ],
  [
    "one is not told, and nobody passes the other",
    [demand({ approvals: 1 }), demand({ contexts: ["a"], bypass: null })],
    null,
  ],
  [
    "one is not told, and somebody passes the other",
    [demand({ approvals: 1, bypass: true }), demand({ contexts: ["a"], bypass: null })],
    true,
  ],
  [
    "one that asks for nothing may be passed",
    [demand({ bypass: true }), demand({ approvals: 1 })],
    false,
  ],
  ["none asks for anything", [demand({ bypass: true })], null],
])("who may merge past it where %s", (_what, rules, bypass) => {
  expect(uniteDemands(rules)?.bypass).toBe(bypass);
});

test("a list of checks without one demands none", () => {
  expect(uniteDemands([demand({ contexts: [] })])).toMatchObject({ checksRequired: false });
});
