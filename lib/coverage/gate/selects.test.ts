import { describe, expect, test } from "vitest";
import { selectsFile, testPathsOf } from "./selects.ts";

const runs = (text: string, workingDirectory = "") => [
  { text, line: 1, workingDirectory, maskReason: null },
];
const selects = (text: string, path: string, workingDirectory = "") =>
  selectsFile({ runs: runs(text, workingDirectory) }, path);

describe("a step names the test", () => {
  test.each([
    ["a script", "bash tests/e2e/test_x.sh", "tests/e2e/test_x.sh", ""],
    ["a script with a dot", "./tests/e2e/test_x.sh --fast", "tests/e2e/test_x.sh", ""],
    [
      "below a Go path",
      "go test ./internal/servinge2e/...",
      "internal/servinge2e/deep/a_test.go",
      "",
    ],
    ["a Go package", "go test -race ./internal/a", "internal/a/a_test.go", ""],
    ["every Go package", "go test ./...", "internal/a/a_test.go", ""],
    ["every Go package of a directory", "go test ./...", "server/a/a_test.go", "server"],
    ["the package of the working directory", "go test", "server/a_test.go", "server"],
    ["a directory of specs", "npx playwright test canvas/e2e", "canvas/e2e/chat.spec.ts", ""],
    [
      "specs from a working directory",
      "npx playwright test e2e",
      "canvas/e2e/chat.spec.ts",
      "canvas",
    ],
    ["a runner that finds them itself", "npx playwright test", "canvas/e2e/chat.spec.ts", "canvas"],
    ["unit tests found by the runner", "npx vitest run", "canvas/src/a.test.ts", "canvas"],
    [
      "a glob in a loop",
      'for t in tests/e2e/test_*.sh; do bash "$t"; done',
      "tests/e2e/test_x.sh",
      "",
    ],
    ["pytest on a directory", "python -m pytest tests -q", "ws/tests/test_a.py", "ws"],
    ["one test of a file", "pytest tests/test_a.py::test_b", "tests/test_a.py", ""],
    ["after cd", "cd canvas && npx playwright test e2e", "canvas/e2e/chat.spec.ts", ""],
    ["up and down again", "bash ../tests/e2e/test_x.sh", "tests/e2e/test_x.sh", "canvas"],
    [
      "the workspace",
      'bash "${{ github.workspace }}/tests/e2e/test_x.sh"',
      "tests/e2e/test_x.sh",
      "canvas",
    ],
  ])("%s", (_name, text, path, directory) => {
    expect(selects(text, path, directory)).toBe(true);
  });
});

describe("it only looks named", () => {
  test.each([
    ["another directory that ends alike", "go test ./tests/e2e/...", "mytests/e2e/a_test.go", ""],
    [
      "another directory that starts alike",
      "npx playwright test tests/e2e",
      "tests/e2e-old/a.spec.ts",
      "",
    ],
    ["both", "npx playwright test tests/e2e", "mytests/e2e-old/a.spec.ts", ""],
    ["a script that starts alike", "bash tests/e2e/test_x.sh", "tests/e2e/test_x.sh.bak", ""],
    ["another working directory", "go test ./...", "canvas/a_test.go", "server"],
    ["a package below a package", "go test ./internal", "internal/a/a_test.go", ""],
    ["no Go test", "go test ./...", "tests/e2e/test_x.sh", ""],
    ["a linter", "shellcheck tests/e2e/test_x.sh", "tests/e2e/test_x.sh", ""],
    ["a parse", "bash -n tests/e2e/test_x.sh", "tests/e2e/test_x.sh", ""],
    ["a printed name", "echo tests/e2e/test_x.sh", "tests/e2e/test_x.sh", ""],
    ["a comment", "# bash tests/e2e/test_x.sh", "tests/e2e/test_x.sh", ""],
    ["an installation", "npx playwright install chromium", "e2e/a.spec.ts", ""],
    ["a configuration of its own", "npx playwright test --config=staging.ts", "e2e/a.spec.ts", ""],
    ["end to end tests beside unit tests", "npx vitest run", "e2e/a.spec.ts", ""],
    ["tests that are listed", "npx playwright test --list", "e2e/a.spec.ts", ""],
    ["Go tests that are listed", "go test -list . ./...", "a/a_test.go", ""],
    ["Go tests that are built", "go test -c ./a", "a/a_test.go", ""],
    ["a version", "npx playwright test --version", "e2e/a.spec.ts", ""],
    ["a variable", "npx playwright test $SPEC", "e2e/a.spec.ts", ""],
    ["a variable in quotes", 'npx playwright test "${SPEC:-a b}"', "e2e/a.spec.ts", ""],
    ["a variable of a package", "go test ./$PACKAGE/...", "a/a_test.go", ""],
    ["an input of the forge", "npx playwright test ${{ inputs.spec }}", "e2e/a.spec.ts", ""],
    ["what a command prints", "npx playwright test $(cat specs.txt)", "e2e/a.spec.ts", ""],
    ["what a command prints, the old way", "npx playwright test `cat specs`", "e2e/a.spec.ts", ""],
    ["a variable that filters", "npx playwright test --grep=$WHAT", "e2e/a.spec.ts", ""],
    ["a script of a variable", "bash tests/e2e/$NAME.sh", "tests/e2e/test_x.sh", ""],
    ["a script of package.json", "npm test", "test/a.test.ts", ""],
  ])("%s", (_name, text, path, directory) => {
    expect(selects(text, path, directory)).toBe(false);
  });
});

test("a glob of many stars in a step takes no time", () => {
  const glob = `${"*a*/".repeat(12)}b.spec.ts`;
  const path = `${"aaaaaaaa/".repeat(12)}c.spec.ts`;
  expect(selects(`npx playwright test ${glob}`, path)).toBe(false);
});

test("what a job names is listed once, for people", () => {
  const twice = [...runs("go test ./a/...\nbash tests/e2e/test_x.sh"), ...runs("go test ./a/...")];
  expect(testPathsOf(twice)).toEqual(["a/**/*_test.go", "tests/e2e/test_x.sh"]);
});
