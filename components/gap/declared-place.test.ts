import { describe, expect, test } from "vitest";
import { firstChoice, sayDeclared, sayPlace, sayWait } from "./declared-place.ts";

const app = { alias: "app", audited: false };
const cp = { alias: "cp", audited: true };

describe("a repository that is not audited", () => {
  test("is marked as such among the choices", () => {
    expect([app, cp].map(sayPlace)).toEqual(["app (not audited)", "cp"]);
  });

  test.each([
    ["is not the first choice where another one is audited", [app, cp], "cp"],
    ["is the first choice where none is audited", [app], "app"],
  ])("%s", (_what, places, alias) => {
    expect(firstChoice(places)).toBe(alias);
  });
});

test("no repository is no choice", () => {
  expect(firstChoice([])).toBeUndefined();
});

test.each([
  ["in one that is audited", "cp", /^The gap is declared$/],
  ["in one that is not", "app", /It counts once app is audited/],
])("what is said of a gap that is declared %s", (_what, alias, says) => {
  expect(sayDeclared([app, cp], alias)).toMatch(says);
});

test.each([
  ["for the audit", "app", /waits until app is audited/],
  [
    "for its judgement alone where its repository is audited",
    "cp",
    /^It counts once it is judged\.$/,
  ],
  ["for nothing where its repository left the scope", null, /not in scope any more/],
])("a gap waits %s", (_what, alias, says) => {
  expect(sayWait([app, cp], alias)).toMatch(says);
});
