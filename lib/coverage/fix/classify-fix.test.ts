import { describe, expect, test } from "vitest";
import { known, unknown } from "#/lib/facts/known.ts";
import { sayStep } from "../step.ts";
import { file, patched } from "../testing/file.ts";
import { classifyFix } from "./classify-fix.ts";

type More = { labels?: readonly string[]; headRef?: string; ci?: boolean };

function classify(title: string, paths: readonly string[] | null, more: More = {}) {
  return classifyFix({
    title,
    labels: more.labels ?? [],
    headRef: more.headRef ?? null,
    files:
      paths === null ? unknown("the list was cut short") : known(paths.map((path) => file(path))),
    rules: { ciCountsAsProduct: more.ci ?? false },
  });
}

describe("by title, where product code changes", () => {
  test.each([
    ["fix(core): a", true, "fix"],
    ["fix: a", true, "fix"],
    ["Fix(core)!: a", true, "fix"],
    ["bugfix: a", true, "fix"],
    ["bug: a", true, "fix"],
    ["hotfix: a", true, "fix"],
    ["Fix a crash", true, "fix"],
    ["[core] Fixes a crash", true, "fix"],
    ["[P0] fix(core): a", true, "fix"],
    ["[BUG] the login", true, "fix"],
    ["ABC-123 Fix the login", true, "fix"],
    ["ABC-123: fix(core): a", true, "fix"],
    ["🐛 the login", true, "fix"],
    [":bug: the login", true, "fix"],
    ["🚑️ the login", true, "fix"],
    ["Hotfix for the login", true, "fix"],
    ["Resolves #12: the login", true, "fix"],
    ["Kafka scaler: fix the offset", true, "fix"],
    ["net/http: fix a leak", true, "fix"],
    ["Pod identity fix", true, "fix"],
    ["Don't panic without a vault", true, "fix"],
    ["Prevent duplicate mails", true, "fix"],
    ["Handle nil pointers in the monitor", true, "fix"],
    ["Race condition in the cache", true, "fix"],
    ["chore(ui): fix incorrect links", true, "fix"],
    ["chore: add missing error handler", true, "fix"],
    ["feat: a fix button", false, "feature"],
    ["feat: prevent a crash", false, "feature"],
    ["Fixture loader", false, "other"],
    ["Prefix all names", false, "other"],
    ["Add a prefix", false, "feature"],
    ["refactor: fix the names", false, "refactor"],
    ["perf: fix a leak", false, "other"],
    ["chore: fix a name", false, "other"],
    ["chore: fix typo", false, "docs_only"],
    ["Fix typo in a log message", false, "docs_only"],
    ["fix: typo in the error message", false, "docs_only"],
    ["fix(health): typo in the promotion", true, "fix"],
    ["fix: document the exception", false, "docs_only"],
    ["fix: golangci-lint errors", false, "refactor"],
    ["fix: no-shadow lint warnings", false, "refactor"],
    ["fix: flaky login test", false, "test_only"],
    ["fix(test): a", false, "test_only"],
    ["fix(lint): a", false, "refactor"],
    ["fix(docs): a", false, "docs_only"],
    ["fix(ci): a", false, "workflow_only"],
    ["fix(ci,core): a", true, "fix"],
    ["fix(github): a", true, "fix"],
    ["fix: performance issues of the list", false, "other"],
    ['Revert "fix(core): a"', false, "revert"],
    ["revert: fix(core)", false, "revert"],
    ["revert(core): fix a", false, "revert"],
    ["staging → main: fix a race", false, "other"],
    ["chore: promote staging to main", false, "other"],
    ["fix(deps): update x to 2", false, "dependency"],
    ["chore(deps-dev): bump x from 1 to 2", false, "dependency"],
    ["Bump x from 1 to 2", false, "dependency"],
    ["bump x to v2 to fix CVE-2023-1", false, "dependency"],
  ])("%s → %s, %s", (title, isFix, kind) => {
    expect(classify(title, ["src/a.ts"])).toMatchObject({ isFix, kind });
  });
});

describe("by labels and branch, where the title says nothing", () => {
  test.each([
    ["The login works", { labels: ["kind/bug"] }, true],
    ["The login works", { labels: ["type: regression"] }, true],
    ["The login works", { labels: ["debug"] }, false],
    ["The login works", { headRef: "fix/login" }, true],
    ["The login works", { headRef: "someone/bugfix-login" }, true],
    ["The login works", { headRef: "prefix/login" }, false],
    ["feat: a", { labels: ["bug"], headRef: "fix/a" }, false],
    ['Revert "fix(core): a"', { labels: ["bug"] }, false],
  ])("%s %j → %s", (title, more, isFix) => {
    expect(classify(title, ["src/a.ts"], more).isFix).toBe(isFix);
  });

  test("a branch alone is believed only where product code changes", () => {
    expect(classify("The login works", ["assets/a.png"], { headRef: "fix/a" })).toMatchObject({
      isFix: false,
      kind: "other",
    });
  });

  test("a chore that fixes something is believed where it changes code and a test", () => {
    expect(classify("chore: fix a name", ["src/a.ts", "src/a.test.ts"]).isFix).toBe(true);
  });
});

describe("by files, where the title claims a fix", () => {
  test.each([
    [["src/a_test.go"], "test_only"],
    [["src/__snapshots__/a.test.ts.snap"], "test_only"],
    [["tests/e2e/helper.sh", "README.md"], "test_only"],
    [["docs/a.md", "docs/picture.png"], "docs_only"],
    [[".github/workflows/ci.yml"], "workflow_only"],
    [["scripts/deploy.sh", "tests/e2e/test_x.sh"], "workflow_only"],
    [[".golangci.yml", ".gitignore"], "workflow_only"],
    [["playground/src/a.ts"], "other"],
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
    [["src/a.ts"], true],
  ])("where CI counts as product, %j is a fix: %s", (paths, isFix) => {
    expect(classify("fix(ci): a", paths, { ci: true }).isFix).toBe(isFix);
  });
});

describe("by patch, where the title claims a fix", () => {
  const by = (...files: Parameters<typeof patched>[]) =>
    classifyFix({
      title: "fix: a",
      labels: [],
      headRef: null,
      files: known(files.map((each) => patched(...each))),
      rules: { ciCountsAsProduct: false },
    });

  test.each([
    ["an edited comment", ["-// see a", "+// see b", " code()"], false, "docs_only"],
    ["another line break", ["-call(a, b)", "+call(a,", "+  b)"], false, "refactor"],
    ["a comment and code", ["+// see b", "-a()", "+b()"], true, "fix"],
  ])("%s → %s %s", (_name, lines, isFix, kind) => {
    expect(by(["src/a.ts", lines])).toMatchObject({ isFix, kind });
  });

  test("a comment in one file and code in another is a fix", () => {
    expect(by(["src/a.ts", ["-// a", "+// b"]], ["src/b.ts", ["+b()"]]).isFix).toBe(true);
  });

  test("a file whose patch is not known keeps the doubt on the fix's side", () => {
    const files = known([patched("src/a.ts", ["-// a", "+// b"]), file("src/b.ts")]);
    const rules = { ciCountsAsProduct: false };
    expect(classifyFix({ title: "fix: a", labels: [], headRef: null, files, rules }).isFix).toBe(
      true,
    );
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
    expect(classify("fix(core): a", null).steps.map(sayStep)).toContain(
      "files-unknown: the list was cut short",
    );
  });
});

test.each([
  ["fix(constructor): a crash", true, "fix"],
  ["fix(__proto__): a crash", true, "fix"],
  ["constructor: a name", false, "other"],
])("%s is read like any other title, though every object has such a key", (title, isFix, kind) => {
  expect(classify(title, ["src/a.ts"])).toMatchObject({ isFix, kind });
});

test.each([
  ["a line that leaves its loop", "src/a.py", ["-        return s", "+    return s"]],
  ["a blank inside a text", "src/a.ts", ['-  "FROM t";', '+  " FROM t";']],
  ["a blank behind an escaped quote", "src/a.ts", ['-  "\\"a";', '+  "\\" a";']],
  ["a blank that divides words", "bin/a.sh", ["-if [ $a=1 ]; then", "+if [ $a = 1 ]; then"]],
])("%s is no mere form", (_name, path, lines) => {
  const files = known([patched(path, lines)]);
  const facts = { title: "fix: a", labels: [], headRef: null, files };
  expect(classifyFix({ ...facts, rules: { ciCountsAsProduct: false } }).isFix).toBe(true);
});

test.each([
  ["of one word", "a".repeat(100_000)],
  ["of brackets", "[".repeat(100_000)],
])("a title of 100,000 signs %s is read to its end", (_name, signs) => {
  expect(classify(`bump ${signs}`, null).isFix).toBe(false);
  expect(classify(`fix: typos${signs}`, null).isFix).not.toBe(true);
});
