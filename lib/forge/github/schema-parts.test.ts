import { expect, test } from "vitest";
import { Actor, id } from "./schema-parts.ts";

test.each([
  [{ __typename: "User", login: "kimi" }, "kimi"],
  [{ __typename: "Bot", login: "renovate" }, "renovate[bot]"],
  [{ __typename: "Bot", login: "renovate[bot]" }, "renovate[bot]"],
  [{ login: "kimi" }, "kimi"],
  [null, null],
  [undefined, null],
])("the account %j is written as %s, as the other interface writes it", (account, expected) => {
  expect(Actor.parse(account)).toBe(expected);
});

test.each([
  ["9007199254740993", "9007199254740993"],
  [17, "17"],
])("the id %s is kept whole", (told, expected) => {
  expect(id.parse(told)).toBe(expected);
});

test.each([["../1"], [-1], [1.5], [null], [""]])("%s is no id", (told) => {
  expect(id.safeParse(told).success).toBe(false);
});
