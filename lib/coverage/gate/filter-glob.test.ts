import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decidingPattern, filterAdmits } from "./filter-glob.ts";

// The documented cheat sheet, row by row, with what each row must not match.
const BRANCHES = [
  ["feature/*", ["feature/my-branch", "feature/your-branch"], ["feature/a/b", "xfeature/a"]],
  ["feature/**", ["feature/beta-a/my-branch", "feature/your-branch"], ["feature", "features/a"]],
  ["main", ["main"], ["main2", "a/main", "mai"]],
  ["*", ["main", "releases"], ["all/the/branches"]],
  ["**", ["all/the/branches", "every/tag"], []],
  ["*feature", ["mona-feature", "feature", "ver-10-feature"], ["feature-1", "a/feature"]],
  ["v2*", ["v2", "v2.0", "v2.9"], ["v1", "v2/a"]],
  ["v[12].[0-9]+.[0-9]+", ["v1.10.1", "v2.0.0"], ["v3.0.0", "v1.x.0", "v1..0"]],
] as const;

const PATHS = [
  ["*", ["README.md", "server.rb"], ["docs/a.md"]],
  ["*.jsx?", ["page.js", "page.jsx"], ["page.jsxx", "page.j"]],
  ["**", ["all/the/files.md"], []],
  ["*.js", ["app.js", "index.js"], ["src/app.js"]],
  ["**.js", ["index.js", "js/index.js", "src/js/app.js"], ["a.jsx"]],
  ["docs/*", ["docs/README.md", "docs/file.txt"], ["docs/a/b.md"]],
  ["docs/**", ["docs/README.md", "docs/mona/octocat.txt"], ["mydocs/a.md", "docs"]],
  ["docs/**/*.md", ["docs/README.md", "docs/a/markdown/file.md"], ["docs/a.txt", "a/docs/b.md"]],
  ["**/docs/**", ["docs/hello.md", "dir/docs/my-file.txt"], ["mydocs/a.md", "dir/mydocs/a.md"]],
  ["**/README.md", ["README.md", "js/README.md"], ["xREADME.md", "js/README.md2"]],
  ["**/*src/**", ["a/src/app.js", "my-src/code/js/app.js"], ["a/srcs/b.js"]],
  ["**/*-post.md", ["my-post.md", "path/their-post.md"], ["my-post.mdx"]],
  ["**/migrate-*.sql", ["migrate-10909.sql", "db/sept/migrate-v1.sql"], ["db/xmigrate-1.sql"]],
] as const;

describe.each([...BRANCHES, ...PATHS])("the pattern %s", (pattern, matching, others) => {
  test("matches its examples and no others", () => {
    const admitted = [...matching, ...others].filter((value) => filterAdmits([pattern], value));
    expect(admitted).toEqual(matching);
  });
});

describe("a list in order", () => {
  test.each([
    [["*.md", "!README.md"], "hello.md", true],
    [["*.md", "!README.md"], "README.md", false],
    [["*.md", "!README.md"], "docs/hello.md", false],
    [["*.md", "!README.md", "README*"], "README.md", true],
    [["*.md", "!README.md", "README*"], "README.doc", true],
    [["!README.md", "*.md"], "README.md", true],
    [["docs/**", "!docs/private/**", "docs/private/open.md"], "docs/private/open.md", true],
    [["!docs/**"], "src/a", false],
    [[], "src/a", false],
  ])("%j on %s → %s", (patterns, value, expected) => {
    expect(filterAdmits(patterns, value)).toBe(expected);
  });

  test("the last that fits decides, and is named", () => {
    expect(decidingPattern(["**", "!docs/**", "*.x"], "docs/a")).toBe("!docs/**");
    expect(decidingPattern(["docs/**"], "src/a")).toBeNull();
  });
});

describe("signs that mean something elsewhere", () => {
  test.each([
    ["a.b", "axb", false],
    ["a (copy)/**", "a (copy)/b", true],
    ["a{b,c}", "ab", false],
    ["a{b,c}", "a{b,c}", true],
    ["colou?r", "color", true],
    ["a+", "aaa", true],
    ["a\\+b", "a+b", true],
    ["a\\+b", "aab", false],
    ["a\\*b", "a*b", true],
    ["a\\", "a\\", true],
    ["+1", "+1", true],
    ["?", "?", true],
    ["[abc", "[abc", true],
    ["a[]b", "a[]b", true],
    ["^$|", "^$|", true],
    ["", "", true],
    ["", "a", false],
    ["ü?🙂", "🙂", true],
  ])("%s on %s → %s", (pattern, value, expected) => {
    expect(filterAdmits([pattern], value)).toBe(expected);
  });
});

test("no pattern holds up a check", () => {
  const pattern = `${"**/*a*".repeat(40)}b`;
  expect(filterAdmits([pattern], "a/".repeat(4000))).toBe(false);
});

test("a text without signs matches itself only", () => {
  const plain = fc.stringMatching(/^[\w/. -]{1,30}$/);
  fc.assert(
    fc.property(plain, plain, (a, b) => {
      expect(filterAdmits([a], b)).toBe(a === b);
    }),
  );
});
