import { expect, test } from "vitest";
import { readPatch } from "./read-patch.ts";
import { runsOf, settledLines } from "./settled-lines.ts";

const open = (...hunks: readonly string[]) => {
  const read = readPatch(hunks.map((lines, at) => `@@ -${at} +${at} @@\n${lines}`).join("\n"));
  const settled = settledLines(read);
  return read
    .flatMap(({ lines }) => lines)
    .filter((line) => line.kind !== "context" && !settled.has(line));
};

test.each([
  ["a line that moved", ["-a()\n b()\n+a()"]],
  ["a line that moved to another hunk", ["-a()", "+  a();"]],
  ["other quotes, a comma and a semicolon", ["-a('b')\n+a(\"b\");"]],
  ["a call over several lines", ["-call(one, two);\n+call(\n+  one,\n+  two,\n+);"]],
  ["another indent", ["-a\n-b\n+    a\n+    b"]],
])("%s changes nothing", (_name, hunks) => {
  expect(open(...hunks)).toEqual([]);
});

test("a line that stands there twice now changed once", () => {
  expect(open("-a()\n+a()\n+a()")).toHaveLength(1);
});

test("brackets alone never moved", () => {
  expect(open("-}\n a\n+}")).toHaveLength(2);
});

test("a context line ends a run", () => {
  const [hunk] = readPatch("@@ -1 +1 @@\n-a\n+b\n c\n+d");
  expect(runsOf(hunk?.lines ?? []).map((run) => run.length)).toEqual([2, 1]);
});

test("a line of 100,000 commas is read to its end", () => {
  const commas = ",".repeat(100_000);
  expect(settledLines(readPatch(`@@ -1 +1 @@\n-a${commas}b\n+a${commas}c`)).size).toBe(0);
});
