import { describe, expect, test } from "vitest";
import { isCompound, scopesOf, titleWords } from "./title-words.ts";

test.each([
  ["words of the subject, each once", "fix(a): retry the retry of payments", ["retry", "payments"]],
  [
    "names made of several words",
    "fix: order-gate reads next_run_at",
    ["order-gate", "next_run_at"],
  ],
  ["no words that every title has", "fix: error when the value is missing", []],
  ["no numbers", "fix: 1234 5678-abc", []],
  ["none of no title", "", []],
])("a title gives %s", (_name, title, expected) => {
  expect(titleWords(title)).toEqual(expected);
});

test.each([
  ["order-gate", true],
  ["next_run_at", true],
  ["payments", false],
  ["end-to-end", false],
  ["a-b", false],
])("whether %s is a name made of several words: %s", (word, expected) => {
  expect(isCompound(word)).toBe(expected);
});

describe("scopes", () => {
  test.each([
    ["one", "fix(Cart): x", ["cart"]],
    ["each of a list", "fix(cart, orders): x", ["cart", "orders"]],
    ["none", "fix: x", []],
    ["an empty one", "fix( ): x", []],
  ])("%s", (_name, title, expected) => {
    expect(scopesOf(title)).toEqual(expected);
  });
});
