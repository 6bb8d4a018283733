import { describe, expect, test } from "vitest";
import type { ClusterRule } from "../policy.ts";
import { groupsOf } from "./groups-of.ts";
import { fix, tracking } from "./testing/fixes.ts";

const items = [
  ...[1, 2, 3, 4].map((each) => fix(each, `fix(boot): order-gate ${each}`, ["boot/f.go"])),
  ...[5, 6, 7].map((each) => fix(each, "fix: the basket is lost", ["web/src/cart/f.ts"])),
];
const rule: ClusterRule = {
  key: "own",
  name: "Own",
  why: "Because.",
  match: { numbers: [1] },
  claimed: 2,
  architecture: true,
  recurring: true,
  topics: ["boot-path"],
};
const given = { items, rules: [], suggest: true, tracking: null, words: [] };

test("a group says what it is called and why", () => {
  expect(groupsOf(given).groups).toEqual([
    expect.objectContaining({
      key: "shop.boot",
      name: "boot",
      why: "Fixes that repair boot or are titled boot.",
      origin: "suggested",
      topics: ["order-gate"],
      items: ["shop#1", "shop#2", "shop#3", "shop#4"],
    }),
    expect.objectContaining({
      key: "shop.web-src-cart",
      name: "src/cart",
      why: "Fixes that repair web/src/cart.",
      topics: ["basket", "lost"],
    }),
  ]);
});

test("what a rule matches is not suggested, and the rule's own words stand", () => {
  const { groups } = groupsOf({ ...given, rules: [rule] });
  expect(groups.map(({ key, items: own }) => [key, own.length])).toEqual([
    ["own", 1],
    ["shop.boot", 3],
    ["shop.web-src-cart", 3],
  ]);
  expect(groups[0]).toMatchObject({
    origin: "rule",
    claimed: 2,
    architecture: true,
    recurringRule: true,
    topics: ["boot-path"],
  });
});

test("without suggestions there are the rules alone", () => {
  const texts = tracking(["- boot: #2 #3 #4"]);
  const { groups } = groupsOf({ ...given, suggest: false, rules: [rule], tracking: texts });
  expect(groups.map(({ key }) => key)).toEqual(["own"]);
});

describe("a group of a text", () => {
  test("has its families as parts, and quotes the text", () => {
    const text = "## Both *families* (7)\n\n#1 #2 #3, #5 #6 #7";
    const { groups } = groupsOf({ ...given, tracking: tracking([text]) });
    expect(groups).toEqual([
      expect.objectContaining({
        key: "text.both-families",
        name: "boot and src/cart",
        why: "The tracking text gathers them under “Both families (7)”.",
        origin: "text",
        claimed: 7,
        parts: [
          { key: "boot", name: "boot", items: ["shop#1", "shop#2", "shop#3", "shop#4"] },
          { key: "web-src-cart", name: "src/cart", items: ["shop#5", "shop#6", "shop#7"] },
        ],
      }),
    ]);
  });

  test("of one family has no parts, but what it names beside it is one", () => {
    const { groups } = groupsOf({ ...given, tracking: tracking(["- boot: #1 #2 #3"]) });
    expect(groups[0]).toMatchObject({ key: "shop.boot", origin: "text", parts: [] });
    const more = groupsOf({ ...given, tracking: tracking(["- boot: #1 #2 #3 #7"]) });
    expect(more.groups[0]?.parts.map(({ key, items: own }) => [key, own.length])).toEqual([
      ["boot", 4],
      ["also-named", 1],
    ]);
  });
});

test("words stand above rules, texts and suggestions, and topics follow them", () => {
  const { groups, idle } = groupsOf({
    ...given,
    rules: [rule],
    words: [
      { id: 3, verb: "move", value: { items: ["shop#1"], to: "shop.web-src-cart" } },
      { id: 4, verb: "rename", value: { cluster: "gone", name: "x" } },
    ],
  });
  expect(groups.map(({ key, items: own, words }) => [key, own.length, words])).toEqual([
    ["own", 0, [3]],
    ["shop.boot", 3, []],
    ["shop.web-src-cart", 4, [3]],
  ]);
  expect(idle).toEqual([4]);
});
