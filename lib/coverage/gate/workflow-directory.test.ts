import { expect, test } from "vitest";
import { decidingFiles, workflowDirectory } from "./workflow-directory.ts";

const ALL = [".github/workflows/a.yml", ".gitea/workflows/a.yaml", ".forgejo/workflows/a.yml"];

test.each([
  ["git", ALL, ".gitea/workflows"],
  ["git", ALL.slice(0, 1), ".github/workflows"],
  ["gitea", ALL, ".gitea/workflows"],
  ["gitea", [".forgejo/workflows/a.yml"], null],
  ["forgejo", ALL, ".forgejo/workflows"],
  ["github", ALL.slice(1), null],
  ["git", ["x/.github/workflows/a.yml", ".github/workflows/README.md"], null],
  ["git", [], null],
] as const)("%s reads of %j: %s", (forge, paths, expected) => {
  expect(workflowDirectory(forge, paths)).toBe(expected);
});

test.each([
  ["git", [".gitea/workflows/a.yaml"]],
  ["github", [".github/workflows/a.yml"]],
  ["forgejo", [".forgejo/workflows/a.yml"]],
] as const)("the files that %s runs lie in one directory, not below it", (forge, expected) => {
  const files = [...ALL, ".gitea/workflows/old/b.yml"].map((path) => ({ path, text: "" }));
  expect(decidingFiles(forge, files).map(({ path }) => path)).toEqual(expected);
});

test("no directory is no file, not one at the root", () => {
  expect(decidingFiles("github", [{ path: "a.yml" }])).toEqual([]);
});
