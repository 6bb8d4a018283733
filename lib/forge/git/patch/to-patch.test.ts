import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applyPatch } from "diff";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toPatch } from "./to-patch.ts";

const patch = (before: string, after: string): string => {
  const made = toPatch(Buffer.from(before), Buffer.from(after));
  return made.known ? made.value : `unknown: ${made.why}`;
};
const why = (before: Buffer, after: Buffer): string => {
  const made = toPatch(before, after);
  return made.known ? "known" : made.why;
};
const numbered = (count: number, line = (at: number) => `line ${at}`) =>
  Array.from({ length: count }, (_, at) => line(at + 1));
const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join("");
/** Without the hunks that only show the first lines of a file, which a tool that applies patches does not know. */
const changing = (hunks: string) =>
  hunks
    .split(/^(?=@@ )/m)
    .filter((hunk) => /^[+-]/m.test(hunk))
    .join("");
const headers = (hunks: string) => hunks.match(/^@@ .*$/gm) ?? [];

describe("the form of a patch", () => {
  test("an added file is one hunk, and so is a removed one", () => {
    expect(patch("", "a\nb\n")).toBe("@@ -0,0 +1,2 @@\n+a\n+b\n");
    expect(patch("a\nb\n", "")).toBe("@@ -1,2 +0,0 @@\n-a\n-b\n");
  });

  test("contents that are the same have no hunks, and neither have empty ones", () => {
    expect(patch("a\n", "a\n")).toBe("");
    expect(patch("", "")).toBe("");
  });

  test("a change near the beginning takes in the first line of the file", () => {
    const before = numbered(100);
    const after = before.with(54, "other");
    expect(headers(patch(text(before), text(after)))).toEqual(["@@ -1,85 +1,85 @@"]);
  });

  test("one far below stands behind the first 60 lines, which are a hunk of their own", () => {
    const before = numbered(500, (at) => `  line ${at}`);
    const made = patch(text(before), text(before.with(299, "other")));
    expect(headers(made)).toEqual(["@@ -1,60 +1,60 @@", "@@ -270,61 +270,61 @@"]);
    expect(made.split("\n").slice(0, 3)).toEqual(["@@ -1,60 +1,60 @@", "   line 1", "   line 2"]);
  });

  test.each([
    [
      "a Go function",
      ["package x", "func TestA(t *testing.T) {", "\tx()", "}"],
      "func TestA(t *testing.T) {",
    ],
    ["a $ or _ in the first column", ["it", "$x = 1  ", "  y"], "$x = 1"],
    ["no line in the first column", ["  it", "} else {", "# note"], null],
  ])("behind @@ stands %s", (_name, opening, heading) => {
    const before = [...numbered(70, () => "\t"), ...opening, ...numbered(40, () => "\tbody")];
    const made = patch(text(before), text([...before, "more"]));
    expect(
      headers(made)
        .at(-1)
        ?.replace(/^@@ [-+,\d ]+ @@ ?/, ""),
    ).toBe(heading ?? "");
  });

  test("each hunk has the heading above it, and a long one is cut between characters", () => {
    const block = (name: string) => [`func ${name}`, ...numbered(99, () => "\tbody")];
    const before = [
      ...block("A"),
      ...block("B"),
      ...block("é".repeat(5000)),
      ...numbered(99, () => ""),
    ];
    const after = before.with(80, "\tx").with(180, "\ty").with(280, "\tz");
    const found = headers(patch(text(before), text(after))).map((header) =>
      header.replace(/^@@ [-+,\d ]+ @@ ?/, ""),
    );
    expect(found.slice(0, 2)).toEqual(["", "func B"]);
    expect(found[2]).toMatch(/^func é{90,100}$/);
  });

  test("a carriage return is part of its line", () => {
    expect(patch("a\r\nb\r\n", "a\nb\r\n")).toBe("@@ -1,2 +1,2 @@\n-a\r\n+a\n b\r\n");
  });

  test.each([
    ["in neither", "a\nb", "c\nb", `-a\n+c\n b\n\\ No newline at end of file\n`],
    ["in the old file", "a", "a\n", `-a\n\\ No newline at end of file\n+a\n`],
    ["in the new file", "a\n", "a", `-a\n+a\n\\ No newline at end of file\n`],
  ])("a newline that is missing at the end %s is remarked", (_name, before, after, lines) => {
    expect(patch(before, after).replace(/^@@.*\n/, "")).toBe(lines);
  });

  test.each([
    ["far below what a hunk shows", 50, 0],
    ["behind its last line", 31, 0],
    ["in its last line", 30, 1],
  ])(
    "a newline that is missing %s is remarked only where that line stands",
    (_name, behind, remarks) => {
      const before = [...numbered(100), "old", ...numbered(behind)];
      const made = patch(before.join("\n"), before.with(100, "new").join("\n"));
      expect(made.match(/^ .*\n\\ No newline at end of file$/gm) ?? []).toHaveLength(remarks);
      expect(headers(made).at(-1)).toMatch(/^@@ -71,61 \+71,61 @@/);
    },
  );

  test("bytes that are no UTF-8 are compared as they are and shown as replacements", () => {
    const made = toPatch(Buffer.from([0xe9, 10]), Buffer.from([0xe8, 10]));
    expect(made).toEqual({ known: true, value: "@@ -1,1 +1,1 @@\n-\ufffd\n+\ufffd\n" });
    expect(patch("ü\n", "ü€\n")).toContain("-ü\n+ü€\n");
  });
});

describe("what has no patch says why", () => {
  test("a binary file", () => {
    expect(why(Buffer.from("a\0b"), Buffer.from("a"))).toContain("binary");
    expect(why(Buffer.from("a"), Buffer.from(`${"a".repeat(20_000)}\0`))).toContain("binary");
  });

  test("one with too many differences", () => {
    const shuffled = (prime: number) => text(numbered(20_000, (at) => `${(at * prime) % 10_007}`));
    expect(why(Buffer.from(shuffled(7919)), Buffer.from(shuffled(5003)))).toContain("4,000");
  });

  test("one that is too long", () => {
    expect(why(Buffer.from(""), Buffer.from("\n".repeat(19_999)))).toBe("known");
    expect(why(Buffer.from(""), Buffer.from("\n".repeat(20_000)))).toContain("longer");
    expect(why(Buffer.from("x".repeat(600_000)), Buffer.from("y".repeat(600_000)))).toContain(
      "longer",
    );
  });
});

test("a file that was written anew is compared all the same: lines of one side alone cost nothing", () => {
  const made = patch(text(numbered(8000)), text(numbered(8000, (at) => `other ${at}`)));
  expect(made.split("\n").filter((line) => line.startsWith("+"))).toHaveLength(8000);
});

const applied = (before: string, hunks: string) =>
  hunks === "" ? before : applyPatch(before, hunks, { autoConvertLineEndings: false });
const lines = fc.array(fc.constantFrom("a", "b", "c", "  d", "}", "", "ü", "x\r"), {
  maxLength: 150,
});
const content = fc
  .tuple(lines, fc.boolean())
  .map(([all, ends]) => all.join("\n") + (ends && all.length > 0 ? "\n" : ""));
const repeated = fc.tuple(content, fc.nat(20)).map(([one, times]) => `${one}\n`.repeat(times));

test.each([
  ["any two texts", fc.tuple(content, content)],
  [
    "a text and an edited one",
    fc
      .tuple(repeated, content, fc.nat(2000), fc.nat(50))
      .map(([before, added, at, cut]): [string, string] => [
        before,
        before.slice(0, at) + added + before.slice(at + cut),
      ]),
  ],
])("the hunks of %s lead from the one to the other", (_name, pairs) => {
  fc.assert(
    fc.property(pairs, ([before, after]) => {
      const made = changing(patch(before, after));
      expect(applied(before, made)).toBe(after);
    }),
    { numRuns: 300 },
  );
});

test("no edit is larger than the smallest that git finds", () => {
  const directory = mkdtempSync(join(tmpdir(), "gateline-diff-"));
  const sizeByGit = (before: string, after: string): number => {
    writeFileSync(join(directory, "before"), before);
    writeFileSync(join(directory, "after"), after);
    const args = ["diff", "--no-index", "--minimal", "--numstat", "before", "after"];
    try {
      execFileSync("git", args, { cwd: directory, encoding: "utf8" });
      return 0;
    } catch (error) {
      const said = (error as { stdout?: unknown }).stdout;
      const [added, removed] = String(said).split("\t").map(Number);
      return (added ?? 0) + (removed ?? 0);
    }
  };
  try {
    fc.assert(
      fc.property(content, content, (before, after) => {
        const ours = patch(before, after).match(/^[+-]/gm)?.length ?? 0;
        expect(ours).toBe(before === after ? 0 : sizeByGit(before, after));
      }),
      { numRuns: 60 },
    );
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});
