import { expect, test } from "vitest";
import { readDifference } from "./read-difference.ts";

const DIFF = `commit 1234
    a message

diff --git a/src/a.ts b/src/a.ts
index 1..2 100644
--- a/src/a.ts
+++ b/src/a.ts
@@ -1 +1 @@
-a
+b
diff --git a/tests/new.test.ts b/tests/new.test.ts
new file mode 100644
--- /dev/null
+++ b/tests/new.test.ts
@@ -0,0 +1 @@
+test("a", () => {});
diff --git a/gone.ts b/gone.ts
deleted file mode 100644
--- a/gone.ts
+++ /dev/null
@@ -1 +0,0 @@
-a
diff --git "a/old \\303\\251.ts" "b/new \\303\\251.ts"
similarity index 100%
rename from "old \\303\\251.ts"
rename to "new \\303\\251.ts"
diff --git a/logo.png b/logo.png
Binary files a/logo.png and b/logo.png differ
`;

test.each([
  ["as git prints it", DIFF],
  ["with the line ends of another system", DIFF.replaceAll("\n", "\r\n")],
])("every file of a difference %s, with what became of it", (_what, text) => {
  expect(
    readDifference(text).map(({ path, previousPath, status }) => [path, previousPath, status]),
  ).toEqual([
    ["src/a.ts", null, "modified"],
    ["tests/new.test.ts", null, "added"],
    ["gone.ts", null, "removed"],
    ["new é.ts", "old é.ts", "renamed"],
    ["logo.png", null, "modified"],
  ]);
  expect(readDifference(text).map(({ patch }) => patch?.known)).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]);
});

test.each([
  ["nothing", ""],
  ["words", "please look at this"],
  ["a difference of another tool", "--- a\n+++ b\n@@ -1 +1 @@\n-a\n+b\n"],
  ["a megabyte of almost a difference", "\ndiff --gi".repeat(100_000)],
])("%s is refused with what to paste", (_what, text) => {
  expect(() => readDifference(text)).toThrow(/Paste what `git diff` prints/);
});
