import fc from "fast-check";
import picomatch from "picomatch";
import { describe, expect, test } from "vitest";
import { PathGlob } from "./path-glob.ts";
import { pathMatcher } from "./path-matcher.ts";

test.each([
  ["src/**", "src/a/b.ts", true],
  ["src/**", "src", true],
  ["src/**", "srcs/a.ts", false],
  ["./src/*.ts", "src/a.ts", true],
  ["**/*.spec.ts", "a.spec.ts", true],
  ["*.ts", "src/a.ts", false],
  ["app/{a,b}/**", "app/b/c.ts", true],
  ["app/[ab]/*.ts", "app/b/c.ts", true],
  ["app/[ab]/*.ts", "app/c/c.ts", false],
  ["app/(a|b)/*.ts", "app/b/c.ts", true],
  ["app/\\(group\\)/*.ts", "app/(group)/c.ts", true],
  ["!src/**", "docs/a.md", true],
  ["!src/**", "src/a.ts", false],
  ["{open", "{open", true],
  ["{open", "open", false],
  [".github/**", ".github/workflows/a.yml", true],
])("%s takes %s: %s", (glob, path, fits) => {
  expect(pathMatcher(glob)(path)).toBe(fits);
});

const signs = fc.constantFrom("*", "**", "a", ".a", "a*", "*b", "a?", "[ab]", "{a,b}", "a-b", "!a");
const folder = fc.constantFrom("a", ".a", "ab", "b", "a-b", "aab", "!a");
const lists = <Of>(of: fc.Arbitrary<Of>) => fc.array(of, { minLength: 1, maxLength: 4 });

test("a glob takes what it took as a regular expression", () => {
  fc.assert(
    fc.property(lists(signs), lists(folder), (parts, folders) => {
      const [glob, path] = [parts.join("/"), folders.join("/")];
      const isMatch = picomatch(glob, { dot: true, noextglob: true });
      expect(pathMatcher(glob)(path)).toBe(isMatch(path));
    }),
    { numRuns: 500 },
  );
});

describe("a glob that a policy may hold takes no time", () => {
  test.each([
    ["many folders with two stars each", `${"*a*/".repeat(30)}b`, `${"aaaaaaaa/".repeat(30)}c`],
    ["a repeated choice of the same", "(a|a|a)+b", `${"a".repeat(60)}c`],
    ["many choices of the same", `${"{a,a}".repeat(50)}b`, `${"a".repeat(50)}c`],
  ])("%s", (_what, glob, path) => {
    expect(PathGlob.safeParse(glob).success).toBe(true);
    expect(pathMatcher(glob)(path)).toBe(false);
  });
});
