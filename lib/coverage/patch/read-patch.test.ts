import { expect, test } from "vitest";
import { readPatch } from "./read-patch.ts";

test("every line has its number in the file after the change", () => {
  const [hunk] = readPatch("@@ -3,3 +5,3 @@ func A() {\n one\n-two\n+three\n+four\n five\n");
  expect(hunk?.heading).toBe("func A() {");
  expect(hunk?.lines.map(({ kind, text, line }) => [kind, text, line])).toEqual([
    ["context", "one", 5],
    ["removed", "two", 6],
    ["added", "three", 6],
    ["added", "four", 7],
    ["context", "five", 8],
  ]);
});

test("what stands before the first hunk, and what git says about the end of a file, is no line", () => {
  const text =
    "diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1 @@\r\n-a\r\n+b\r\n\\ No newline at end of file";
  const lines = readPatch(text).flatMap((hunk) => hunk.lines.map((line) => line.text));
  expect(lines).toEqual(["a", "b"]);
});

test("an empty context line that lost its space is still a line", () => {
  const [hunk] = readPatch("@@ -1,3 +1,4 @@\n a\n\n+b\n");
  expect(hunk?.lines.map(({ line }) => line)).toEqual([1, 2, 3]);
});

test.each(["", "\n", "no patch", "@@ nothing @@", "+a\n-b"])("%j holds no hunk", (text) => {
  expect(readPatch(text)).toEqual([]);
});
