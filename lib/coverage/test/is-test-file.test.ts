import { describe, expect, test } from "vitest";
import { isTestFile } from "./is-test-file.ts";

describe("a test in its language", () => {
  test.each([
    "a_test.go",
    "pkg/a_test.go",
    "src/a.test.ts",
    "src/a.spec.mts",
    "a.test.jsx",
    "tests/test_a.py",
    "a_test.py",
    "tests/e2e/test_api.sh",
    "deploy_test.sh",
    "a.bats",
    "src/LoginTest.java",
    "src/LoginIT.kt",
    "src/TestLogin.java",
    "spec/a_spec.rb",
    "test/a_test.rb",
    "tests/LoginTest.php",
    "Login.Tests/LoginTests.cs",
    "tests/api.rs",
    "crates/a/tests/deep/api.rs",
  ])("%s", (path) => {
    expect(isTestFile(path)).toBe(true);
  });
});

describe("only looks like a test", () => {
  test.each([
    "internal/contest.go",
    "docs/testsuite.md",
    "pkg/latest_test.golden",
    "src/test.ts",
    "src/a.test.ts.snap",
    "src/a.spec.json",
    "tests/conftest.py",
    "tests/e2e/_lib.sh",
    "tests/e2e/helper.ts",
    "latest.py",
    "src/Latest.java",
    "src/testing.rs",
    "tests/fixtures/a.json",
    "UNIT.java.md",
    "src/Edit.java",
    "src/Contest.cs.bak",
    "aspec.rb",
  ])("%s", (path) => {
    expect(isTestFile(path)).toBe(false);
  });
});
