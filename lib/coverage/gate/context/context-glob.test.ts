import { expect, test } from "vitest";
import { contextFits } from "./context-glob.ts";

test.each([
  ["CI / test (pull_request)", "CI / test (pull_request)", true],
  ["CI / *", "CI / test (pull_request)", true],
  ["*(pull_request)", "CI / a / b (pull_request)", true],
  ["CI / test", "CI / test (pull_request)", false],
  ["CI / tes?", "CI / test", true],
  ["CI / [ab]", "CI / b", true],
  ["CI / [!ab]", "CI / b", false],
  ["CI / [a-c]", "CI / b", true],
  ["{CI,Lint} / *", "Lint / x", true],
  ["{CI,Lint} / *", "Docs / x", false],
  ["a\\*", "a*", true],
  ["a\\*", "ab", false],
  ["", "", true],
])("%s stands for %s: %s", (pattern, context, expected) => {
  expect(contextFits(pattern, context)).toBe(expected);
});

test("no pattern takes long", () => {
  expect(contextFits(`${"*a".repeat(500)}b`, "a".repeat(5000))).toBe(false);
  expect(contextFits("{a,b}".repeat(1000), "a")).toBe(false);
});
