import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ClusterRule } from "../policy.ts";
import { type ClusterItem, clusterByRules } from "./cluster-by-rules.ts";

const item = (number: number, more: Partial<ClusterItem> = {}): ClusterItem => ({
  key: `cp#${number}`,
  repository: "cp",
  number,
  title: "fix: x",
  paths: [],
  ...more,
});
const rule = (key: string, more: Partial<ClusterRule>): ClusterRule => ({
  key,
  name: key,
  why: "since",
  ...more,
});
const cluster = (items: readonly ClusterItem[], rules: readonly ClusterRule[]) =>
  clusterByRules({ items, rules });

describe("what a rule matches", () => {
  const given = item(7, { title: "fix(ci,deploy): x", paths: [".github/workflows/a.yml"] });
  test.each([
    ["its scope, in any case", { scopes: ["Deploy"] }, true],
    ["the whole scope", { scopes: ["ci,deploy"] }, true],
    ["another scope", { scopes: ["deployment"] }, false],
    ["a path", { paths: [".github/**"] }, true],
    ["another path", { paths: ["src/**"] }, false],
    ["its number", { numbers: [7] }, true],
    ["its number in another repository", { numbers: [7], repository: "core" }, false],
    ["all that is said must hold", { numbers: [7], scopes: ["x"] }, false],
    ["nothing said matches nothing", {}, false],
  ])("%s", (_name, match, expected) => {
    expect(cluster([given], [rule("a", { match })]).unclustered.length).toBe(expected ? 0 : 1);
  });

  test("paths that are not known match no rule on paths", () => {
    const rules = [rule("a", { match: { paths: ["**"] } })];
    expect(cluster([item(1, { paths: null })], rules).unclustered).toEqual(["cp#1"]);
  });
});

test("a glob of many stars takes no time", () => {
  const given = item(1, { paths: [`${"aaaaaaaa/".repeat(12)}c`] });
  const rules = [rule("a", { match: { paths: [`${"*a*/".repeat(12)}b`] } })];
  expect(cluster([given], rules).unclustered).toEqual(["cp#1"]);
});

test("the first rule wins, and an empty cluster stays listed", () => {
  const rules = [rule("a", { match: { numbers: [1] } }), rule("b", { match: { numbers: [1] } })];
  expect(cluster([item(1)], rules).clusters.map(({ key, items }) => [key, items])).toEqual([
    ["a", ["cp#1"]],
    ["b", []],
  ]);
});

test("parts make up their cluster and are not added to it", () => {
  const family = rule("family", {
    match: { repository: "cp" },
    parts: [
      { key: "one", name: "One", match: { numbers: [1, 2] } },
      { key: "two", name: "Two", match: { numbers: [2, 3] } },
    ],
  });
  const { clusters, unclustered } = cluster([item(1), item(2), item(3), item(4)], [family]);
  expect(clusters[0]?.parts.map(({ items }) => items)).toEqual([["cp#1", "cp#2"], ["cp#3"]]);
  expect(clusters[0]?.items).toEqual(["cp#1", "cp#2", "cp#3"]);
  expect(unclustered).toEqual(["cp#4"]);
});

const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 10 });
const rules = fc
  .array(fc.tuple(numbers, fc.boolean()), { maxLength: 4 })
  .map((all) =>
    all.map(([of, parted], index) =>
      rule(`r${index}`, parted ? { parts: partsOf(of) } : { match: { numbers: of } }),
    ),
  );
const partsOf = (of: readonly number[]) =>
  of.map((number) => ({ key: `p${number}`, name: "p", match: { numbers: [number] } }));
const items = fc
  .uniqueArray(fc.integer({ min: 1, max: 40 }))
  .map((all) => all.map((number) => item(number)));

test("every item is in one cluster or in none, and a cluster is the union of its parts", () => {
  fc.assert(
    fc.property(items, rules, (all, given) => {
      const { clusters, unclustered } = cluster(all, given);
      const placed = [...clusters.flatMap((each) => each.items), ...unclustered];
      expect(placed.toSorted()).toEqual(all.map(({ key }) => key).toSorted());
      for (const each of clusters.filter(({ parts }) => parts.length > 0)) {
        expect(each.parts.flatMap((part) => part.items).toSorted()).toEqual(each.items);
      }
    }),
  );
});

test("the order of the items changes nothing", () => {
  fc.assert(
    fc.property(
      items.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      ),
      rules,
      ([all, shuffled], given) => {
        expect(cluster(shuffled, given)).toEqual(cluster(all, given));
      },
    ),
  );
});
