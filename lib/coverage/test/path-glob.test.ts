import { expect, test } from "vitest";
import { PathGlob } from "./path-glob.ts";

test.each([
  ["tests/browser/**", true],
  ["**/__tests__/*.browser.test.ts", true],
  ["app/{a,b}/**/*.spec.ts", true],
  ["app/\\(group\\)/\\*\\*\\*/**", true],
  ["", false],
  ["/tests/**", false],
  ["*a*a*a*a*b", false],
  ["***", false],
  ["**/a/**/b/**/c/**", false],
  ["a/+(b|c)", false],
  ["a/{1..1000000}", false],
  ["a".repeat(301), false],
])("%s is taken: %s", (glob, taken) => {
  expect(PathGlob.safeParse(glob).success).toBe(taken);
});
