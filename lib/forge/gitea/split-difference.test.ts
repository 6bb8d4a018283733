import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scratchClone } from "../git/testing/scratch-clone.ts";
import { isWholeDifference } from "./is-whole-difference.ts";
import { splitDifference } from "./split-difference.ts";

type Files = Readonly<Record<string, string | Buffer>>;

/** What git itself prints between a commit with some files and one with others. */
function differenceOf(before: Files, after: Files, ...options: readonly string[]): string {
  using scratch = scratchClone();
  const { directory } = scratch;
  const put = (files: Files) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), text);
    }
    scratch.commit("x");
  };
  put(before);
  for (const path of Object.keys(before)) rmSync(join(directory, path));
  put(after);
  const output = join(directory, ".git", "difference");
  scratch.git(...options, "diff", `--output=${output}`, "HEAD~1", "HEAD");
  return readFileSync(output, "utf8");
}

const patchesOf = (text: string) =>
  Object.fromEntries(
    [...splitDifference(text)].map(([path, patch]) => [path, patch.known ? patch.value : patch]),
  );

const NAMES = [
  "plain.go",
  "a b.go",
  'a"b.go',
  "a\\b.go",
  "tab\there.go",
  "line\nbreak.go",
  "später/日本.go",
  "a b/a b",
  " lead and trail .go",
  "diff --git a/x b/x",
  "@@ -1 +1 @@",
];

describe("the patches of a difference that git prints", () => {
  test.each(["true", "false"])("lie under hostile names, quotePath %s", (quotePath) => {
    const before = Object.fromEntries(NAMES.map((name, index) => [name, `${index}\n`]));
    const after = Object.fromEntries(NAMES.map((name, index) => [name, `${index} more\n`]));
    const text = differenceOf(before, after, "-c", `core.quotePath=${quotePath}`);
    expect(isWholeDifference(text)).toBe(true);
    expect(patchesOf(text)).toEqual(
      Object.fromEntries(
        NAMES.map((name, index) => [name, `@@ -1 +1 @@\n-${index}\n+${index} more\n`]),
      ),
    );
  });

  test("lie under hostile names of files that are empty, too", () => {
    const after = Object.fromEntries(NAMES.map((name) => [name, ""]));
    const text = differenceOf({ other: "x\n" }, { ...after, other: "x\n" });
    expect(isWholeDifference(text)).toBe(true);
    expect(patchesOf(text)).toEqual(after);
  });

  test("keep headings, carriage returns, a missing last line break and lines that look like git's own", () => {
    const body = (last: string) =>
      `func TestIt() {\n${"  a\n".repeat(9)}${last}\n-- a/x\n++ b/x\ndiff --git a/y b/y\n@@ -1 +1 @@ z`;
    const text = differenceOf({ "x.go": body("  b\r") }, { "x.go": body("  c\r") });
    const { "x.go": patch } = patchesOf(text);
    expect(patch).toMatch(/^@@ -8,7 \+8,7 @@ func TestIt\(\) \{\n/);
    expect(patch).toContain("\n-  b\r\n+  c\r\n");
    expect(patch).toContain("\n --- a/x\n".replace("---", "--"));
    expect(isWholeDifference(text)).toBe(true);
    const short = differenceOf({ "x.go": "a\nb" }, { "x.go": "a\nc" });
    expect(patchesOf(short)).toEqual({
      "x.go":
        "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n",
    });
    expect(isWholeDifference(short)).toBe(true);
  });

  test("lie under the new name of a file that moved, empty where nothing else changed", () => {
    const long = "line\n".repeat(30);
    const text = differenceOf(
      { 'old "1".go': long, "old 2.go": `${long}x\n`, "gone.go": "1\n", "s.go": `s\n${long}` },
      { 'new "1".go': long, "new 2.go": `${long}y\n`, "copy.go": `s\n${long}z\n` },
    );
    const patches = patchesOf(text);
    expect(patches['new "1".go']).toBe("");
    expect(patches["new 2.go"]).toContain("-x\n+y\n");
    expect(patches["gone.go"]).toBe("@@ -1 +0,0 @@\n-1\n");
    expect(patches["copy.go"]).toContain("+z\n");
  });

  test("are unknown of a binary file, which is never empty, and of one of more than 1 MiB", () => {
    const binary = Buffer.from([0, 1, 2, 255, 0]);
    const long = `${"x".repeat(1024 * 1024)}\n`;
    const before = { "a.png": "text\n", "long.go": "1\n" };
    const after = { "a.png": binary, "b b.png": binary, "long.go": long, "z.go": "1\n" };
    for (const option of ["diff.noop=1", "core.abbrev=12"]) {
      const patches = patchesOf(differenceOf(before, after, "-c", option));
      expect(patches["a.png"]).toMatchObject({
        known: false,
        why: expect.stringMatching(/binary/),
      });
      expect(patches["b b.png"]).toMatchObject({ known: false });
      expect(patches["long.go"]).toMatchObject({
        known: false,
        why: expect.stringMatching(/1 MiB/),
      });
      expect(patches["z.go"]).toBe("@@ -0,0 +1 @@\n+1\n");
    }
  });

  test("have U+FFFD where the bytes are no text", () => {
    const text = differenceOf({ a: "1\n" }, { a: Buffer.from([0x61, 0xff, 0xfe, 0x0a]) });
    expect(patchesOf(text)).toEqual({ a: "@@ -1 +1 @@\n-1\n+a\uFFFD\uFFFD\n" });
  });

  test("of a changed mode alone is empty", () => {
    const text = "diff --git a/run.sh b/run.sh\nold mode 100644\nnew mode 100755\n";
    expect(patchesOf(text)).toEqual({ "run.sh": "" });
    expect(isWholeDifference(text)).toBe(true);
  });

  test("are read to their end, whatever they hold", () => {
    const section = (index: number) =>
      `diff --git a/${index} b/${index}\n--- a/${index}\n+++ b/${index}\n`;
    const many = Array.from({ length: 60_000 }, (_, index) => section(index)).join("");
    const quoted = `diff --git "a/${"\\".repeat(4_000_000)}" "b/x"\nnew file mode 100644\n`;
    expect(splitDifference(many).size).toBe(60_000);
    expect(splitDifference(quoted).size).toBeLessThanOrEqual(1);
    expect(isWholeDifference(many)).toBe(false);
    expect(isWholeDifference(quoted)).toBeTypeOf("boolean");
  });
});

describe("a difference that is cut", () => {
  const before = {
    "a.go": "1\n2\n3\n",
    "gone.go": "1\n",
    "m.go": "m\n".repeat(20),
    "p.png": "1\n",
  };
  const after = {
    "a.go": "1\n2\n4\n\n",
    "empty.go": "",
    "n.go": "m\n".repeat(20),
    "p.png": Buffer.from([0]),
    "z z.go": "z\n".repeat(20),
  };
  const text = differenceOf(before, after);
  // Where a file ends nothing is missing as far as the text tells.
  const ends = new Set([...text.matchAll(/\ndiff --git /g)].map(({ index }) => index + 1));

  test("is whole where git's own text is, and nowhere else but between two files", () => {
    expect(isWholeDifference(text)).toBe(true);
    expect(ends.size).toBeGreaterThan(3);
    for (let length = 1; length < text.length; length += 1) {
      expect(isWholeDifference(text.slice(0, length)), `after ${length}`).toBe(ends.has(length));
    }
  });

  test.each(["<html></html>\n", "{}\n", "\n", "diff\n"])("%j is none", (answer) => {
    expect(isWholeDifference(answer)).toBe(false);
  });

  test("any text at all is split without an error", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom("diff --git ", "a/x", " b/x", "\n", "@@ ", "--- ", "+++ ", '"', "\\"),
            fc.string(),
          ),
        ),
        (parts) => {
          const any = `diff --git ${parts.join("")}`;
          expect(typeof isWholeDifference(any)).toBe("boolean");
          for (const [path, patch] of splitDifference(any)) {
            expect(path).not.toBe("");
            expect(any).toContain(patch.known ? patch.value : "");
          }
        },
      ),
    );
  });
});
