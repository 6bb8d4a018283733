import { expect, test } from "vitest";
import { type RawChange, toChangedFiles } from "./to-changed-files.ts";

const change = (
  letter: string,
  path: string,
  oldId = `${path} before`,
  newId = `${path} after`,
): RawChange => ({
  letter,
  oldMode: "100644",
  newMode: "100644",
  path,
  oldId,
  newId,
});
const shown = (...changes: readonly RawChange[]) =>
  toChangedFiles(changes).map(({ file: { path, previousPath, status } }) => [
    status,
    path,
    previousPath,
  ]);

test("each letter has its status", () => {
  expect(shown(change("A", "a"), change("M", "m"), change("D", "d"), change("T", "t"))).toEqual([
    ["added", "a", null],
    ["modified", "m", null],
    ["removed", "d", null],
    ["changed", "t", null],
  ]);
});

test("a file that moved unchanged is renamed, and its old path is not listed", () => {
  expect(shown(change("D", "old/x_test.go", "1"), change("A", "new/x_test.go", "0", "1"))).toEqual([
    ["renamed", "new/x_test.go", "old/x_test.go"],
  ]);
});

test("of equal files the one of the same name is the origin, and a second copy is added", () => {
  const changes = [change("D", "a/x", "1"), change("D", "a/y", "1")];
  expect(
    shown(
      ...changes,
      change("A", "b/y", "0", "1"),
      change("A", "b/x", "0", "1"),
      change("A", "b/z", "0", "1"),
    ),
  ).toEqual([
    ["renamed", "b/y", "a/y"],
    ["renamed", "b/x", "a/x"],
    ["added", "b/z", null],
  ]);
});

test("empty files are not one another's origin", () => {
  const empty = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391";
  expect(shown(change("D", "a", empty), change("A", "b", "0", empty))).toEqual([
    ["removed", "a", null],
    ["added", "b", null],
  ]);
});
