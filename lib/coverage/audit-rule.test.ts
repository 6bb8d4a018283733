import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasTest, isAuditFix } from "./audit-rule.ts";

describe("S26: the population of has_test@1", () => {
  test.each([
    ["fix(core): a", true],
    ["  fix(core): leading blanks are allowed", true],
    ["FIX(Core)!: case and a bang do not matter", true],
    ["fix(): an empty scope is a scope", true],
    ["fix(a b/c-d): any text in the scope", true],
    ["fix: no scope", false],
    ["fix (core): a blank before the scope", false],
    ["fix(core) no colon", false],
    ["bugfix(core): another type", false],
    ['Revert "fix(core): a"', false],
    ["chore: fix(core): later in the title", false],
  ])("%s → %s", (title, expected) => {
    expect(isAuditFix(title)).toBe(expected);
  });
});

describe("S27: what counts as a test for has_test@1", () => {
  const SEGMENT = fc.stringMatching(/^[a-z]{1,8}$/);
  const prefix = fc
    .array(SEGMENT, { maxLength: 3 })
    .map((parts) => parts.map((p) => `${p}/`).join(""));

  test.each(["e2e", "servinge2e", "staginge2e", "tests"])(
    "every file below a directory %s counts, at the root as well",
    (directory) => {
      fc.assert(
        fc.property(prefix, SEGMENT, (before, name) => {
          expect(hasTest([`${before}${directory}/${name}`])).toBe(true);
        }),
      );
    },
  );

  test.each(["_test.go", ".spec.ts"])("every file that ends in %s counts", (end) => {
    fc.assert(
      fc.property(prefix, SEGMENT, (before, name) => {
        expect(hasTest([`${before}${name}${end}`])).toBe(true);
      }),
    );
  });

  test.each([".github", ".gitea", ".forgejo"])(
    "every e2e or smoke workflow of %s counts",
    (forge) => {
      fc.assert(
        fc.property(SEGMENT, fc.constantFrom("e2e", "smoke"), SEGMENT, (before, word, after) => {
          expect(hasTest([`${forge}/workflows/${before}-${word}-${after}.yml`])).toBe(true);
        }),
      );
    },
  );

  test("one test among many paths is enough, and the order does not matter", () => {
    fc.assert(
      fc.property(fc.array(SEGMENT.map((name) => `src/${name}.go`)), fc.nat(), (paths, at) => {
        const position = at % (paths.length + 1);
        const all = [...paths.slice(0, position), "tests/e2e/x", ...paths.slice(position)];
        expect([hasTest(paths), hasTest(all)]).toEqual([false, true]);
      }),
    );
  });

  test.each([
    "internal/contest.go",
    "docs/testsuite.md",
    "pkg/latest_test.golden",
    "ui/x.spec.tsx",
    "ui/x.test.ts",
    "test/x.sh",
    "mytests/e2e-old/x.sh",
    "e2e",
    "tests",
    ".github/workflows/ci.yml",
    ".github/actions/smoke/action.yml",
    "workflows/e2e.yml",
    "src/e2e.go",
  ])("%s only looks like a test to the audit's rule", (path) => {
    expect(hasTest(["src/fix.go", path])).toBe(false);
  });

  test("no files are no test", () => {
    expect(hasTest([])).toBe(false);
  });
});
