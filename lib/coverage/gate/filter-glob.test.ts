import { expect, test } from "vitest";
import { filterAdmits } from "./filter-glob.ts";

test.each([
  [["**"], "a/b.go", true],
  [["*"], "a/b.go", false],
  [["*.js"], "app.js", true],
  [["**.js"], "src/deep/app.js", true],
  [["docs/**"], "docs/a/b.md", true],
  [["docs/**"], "mydocs/a.md", false],
  [["**/docs/**"], "docs/a.md", true],
  [["**/docs/**"], "x/docs/a.md", true],
  [["*.jsx?"], "page.js", true],
  [["*.jsx?"], "page.jsxx", false],
  [["v[12].[0-9]+"], "v1.10", true],
  [["a.b"], "axb", false],
  [["docs/**", "!docs/private/**"], "docs/private/a.md", false],
  [["docs/**", "!docs/private/**", "docs/private/open.md"], "docs/private/open.md", true],
  [["!docs/**"], "src/a", false],
  [["a (copy)/**"], "a (copy)/b", true],
])("%j on %s → %s", (patterns, value, expected) => {
  expect(filterAdmits(patterns, value)).toBe(expected);
});
