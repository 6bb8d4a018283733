import { expect, test } from "vitest";
import { RUNGS } from "#/lib/coverage/rung/rungs.ts";
import { sayEffect } from "./say-effect.ts";
import { sayMissed } from "./say-missed.ts";
import { sayRepeated } from "./say-repeated.ts";

test("the rung that is missed is said in words, another one for each", () => {
  expect(sayMissed("gated")).toBe("These miss: a test that a gate runs");
  expect(new Set(RUNGS.map(sayMissed)).size).toBe(RUNGS.length);
});

test.each([
  [
    "ci/wait.yml",
    [1, 2, 3],
    { file: "wait.yml", folder: "ci", times: 3, shown: [1, 2, 3], more: 0 },
  ],
  ["a/b/c.go", [4, 5, 6, 7], { file: "c.go", folder: "a/b", times: 4, shown: [4, 5, 6], more: 1 }],
  ["main.go", [1, 2, 3], { file: "main.go", folder: null, times: 3, shown: [1, 2, 3], more: 0 }],
])("a file that was fixed again and again: %s %j", (path, numbers, said) => {
  expect(sayRepeated({ path, numbers })).toEqual(said);
});

test.each([
  [true, false, null],
  [true, true, null],
  [false, true, "being judged"],
  [false, false, "without effect here"],
] as const)("a word that shapes: %s, while judging: %s", (shapes, judging, said) => {
  expect(sayEffect({ shapes }, judging)).toBe(said);
});
