import fc from "fast-check";
import picomatch from "picomatch";
import { expect, test } from "vitest";
import { patternMatcher } from "./pattern-takes.ts";

test.each([
  ["ui/**", "ui/a/b.ts", true],
  ["ui/**", "server/ui/a.ts", false],
  ["**.md", "docs/a/b.md", true],
  ["docs/**.md", "docs/a/b.md", false],
  ["**/*.md", "a.md", true],
  ["**", ".hidden/a", true],
  ["template**", "template-a/b.ts", false],
  ["*.{ts,tsx}", "a.tsx", true],
])("%s takes %s: %s", (pattern, path, expected) => {
  expect(patternMatcher(pattern)?.(path)).toBe(expected);
});

test.each(["@(a|b)/**", "[ab]/**", "a\\*", "a{1..3}", "${{ env.X }}/**", "", "../a", "a***"])(
  "%s is not told",
  (pattern) => {
    expect(patternMatcher(pattern)).toBeNull();
  },
);

const part = fc.constantFrom("*", "**", "a", ".a", "a*", "**a", "a**", "a*b", "*.m", "?", "{a,b}");
const folder = fc.constantFrom("a", ".a", "ab", "b", "a.m", "aab");

test("a pattern that is told is told as the actions' own library does", () => {
  const lists = <Of>(of: fc.Arbitrary<Of>) => fc.array(of, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(lists(part), lists(folder), (parts, folders) => {
      const [pattern, path] = [parts.join("/"), folders.join("/")];
      const isMatch = picomatch(pattern, { dot: true, noextglob: true });
      expect(patternMatcher(pattern)?.(path)).toBe(isMatch(path));
    }),
    { numRuns: 500 },
  );
});

test("a hostile pattern takes no time", () => {
  const matcher = patternMatcher(`${"*a".repeat(200)}b`);
  expect(matcher?.("a".repeat(4000))).toBe(false);
});
