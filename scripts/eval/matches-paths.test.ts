import { expect, test } from "vitest";
import { matchesPaths } from "./matches-paths.ts";

test.each([
  ["a file", ["a/x.sh"], "a/x.sh", true],
  ["a directory", ["a"], "a/b/x.sh", true],
  ["a directory with its slash", ["a/"], "a/x.sh", true],
  ["a directory that only starts alike", ["a"], "ab/x.sh", false],
  ["a glob over directories", ["**/*_test.go"], "a/b_test.go", true],
  ["a glob at the root", ["**/*_test.go"], "b_test.go", true],
  ["what a later entry takes away", ["**/*_test.go", "!e2e/**"], "e2e/b_test.go", false],
  ["what a later entry gives back", ["a", "!a/b", "a/b/c"], "a/b/c", true],
  ["nothing", [], "a", false],
])("%s", (_name, entries, path, named) => {
  expect(matchesPaths(entries)(path)).toBe(named);
});
