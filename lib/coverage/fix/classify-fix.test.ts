import { describe, expect, test } from "vitest";
import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import { known, unknown } from "#/lib/facts/known.ts";
import { classifyFix } from "./classify-fix.ts";

const changed = (path: string): ChangedFile => ({
  path,
  previousPath: null,
  status: "modified",
  additions: null,
  deletions: null,
});

function classify(
  title: string,
  paths: readonly string[] | null,
  labels: readonly string[] = [],
  ci = false,
) {
  return classifyFix({
    title,
    labels,
    files: paths === null ? unknown("the list was cut short") : known(paths.map(changed)),
    rules: { ciCountsAsProduct: ci },
  });
}

describe("by title and labels, where product code changes", () => {
  test.each([
    ["fix(core): a", [], true, "fix"],
    ["bugfix: a", [], true, "fix"],
    ["Fix a crash", [], true, "fix"],
    ["[core] Fixes a crash", [], true, "fix"],
    ["Hotfix for the login", [], true, "fix"],
    ["Resolves #12: the login", [], true, "fix"],
    ["The login works again", ["kind/bug"], true, "fix"],
    ["The login works again", ["debug"], false, "other"],
    ["feat: a fix button", ["bug"], false, "feature"],
    ["Fixture loader for tests", [], false, "other"],
    ["Prefix all names", [], false, "other"],
    ["Add a prefix", [], false, "feature"],
    ["refactor: fix the names", [], false, "refactor"],
    ['Revert "fix(core): a"', ["bug"], false, "revert"],
    ["revert: fix(core)", [], false, "revert"],
    ["fix(deps): update x to 2", [], false, "dependency"],
    ["chore(deps-dev): bump x from 1 to 2", [], false, "dependency"],
    ["Bump x from 1 to 2", [], false, "dependency"],
  ])("%s %j → %s", (title, labels, isFix, kind) => {
    expect(classify(title, ["src/a.ts"], labels)).toMatchObject({ isFix, kind });
  });
});

describe("by files, where the title claims a fix", () => {
  test.each([
    [["src/a_test.go"], "test_only"],
    [["tests/e2e/helper.sh", "README.md"], "test_only"],
    [["docs/a.md", "docs/picture.png"], "docs_only"],
    [[".github/workflows/ci.yml"], "workflow_only"],
    [["scripts/deploy.sh", "tests/e2e/test_x.sh"], "workflow_only"],
    [["package-lock.json", "package.json"], "dependency"],
    [["src/a.go", "src/a_test.go", "docs/a.md"], "fix"],
    [["pkg/latest_test.golden"], "fix"],
    [["tests/fixtures/answer.json"], "fix"],
    [["package.json"], "fix"],
    [[], "fix"],
  ])("%j is %s", (paths, kind) => {
    expect(classify("fix(core): a", paths)).toMatchObject({ isFix: kind === "fix", kind });
  });

  test.each([
    [[".github/workflows/ci.yml"], true],
    [["scripts/deploy.sh", "tests/e2e/test_x.sh"], true],
    [[".gitea/workflows/e2e.yml", "docs/a.md"], true],
    [["tests/e2e/test_x.sh"], false],
    [["docs/a.md"], false],
  ])("where CI counts as product, %j is a fix: %s", (paths, isFix) => {
    expect(classify("fix(ci): a", paths, [], true).isFix).toBe(isFix);
  });

  test("a scope that names CI settles it where CI is not product", () => {
    expect(classify("fix(ci): a", ["src/a.ts"])).toMatchObject({
      isFix: false,
      kind: "workflow_only",
    });
    expect(classify("fix(ci): a", ["src/a.ts"], [], true)).toMatchObject({
      isFix: true,
      kind: "fix",
    });
  });
});

describe("where the file list is missing", () => {
  test.each([
    ["fix(core): a", null],
    ["feat: a", false],
    ['Revert "fix: a"', false],
    ["fix(deps): a", false],
  ])("%s → %s", (title, isFix) => {
    expect(classify(title, null).isFix).toBe(isFix);
  });

  test("the reason is the missing fact", () => {
    expect(classify("fix(core): a", null).why).toContain("files-unknown: the list was cut short");
  });
});
