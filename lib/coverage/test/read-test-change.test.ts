import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FILE_STATUSES } from "#/lib/facts/changed-file.ts";
import { known, unknown } from "#/lib/facts/known.ts";
import { LANGUAGES } from "../language/languages.ts";
import { readTestChange } from "./read-test-change.ts";

const file = {
  path: "src/a.test.ts",
  previousPath: null,
  status: "modified",
  patch: undefined,
  additions: null,
} as const;
const NEW_FILE =
  '@@ -0,0 +1,4 @@\n+import { a } from "./a";\n+test("a", () => {\n+  expect(a).toBe(1);\n+});\n';

describe("without a patch", () => {
  test.each([
    ["a new file", { status: "added" }, true, "file-added"],
    ["a copied file", { status: "copied" }, true, "file-added"],
    [
      "a new file in a language that is not read",
      { status: "added", path: "a_test.dart" },
      true,
      "file-added",
    ],
    ["a new file without a line", { status: "added", patch: known("") }, false, "empty-file"],
    ["a modified file", { additions: 3 }, null, "no-patch"],
    ["a changed file", { status: "changed" }, null, "no-patch"],
    ["a moved file", { status: "renamed" }, false, "only-renamed"],
    [
      "a moved file whose patch was too long",
      { status: "renamed", patch: unknown("it is too long") },
      null,
      "no-patch",
    ],
    ["a moved file that was edited", { status: "renamed", additions: 2 }, null, "no-patch"],
    ["a deleted file", { status: "removed", patch: known(NEW_FILE) }, false, "only-removed"],
    ["a file that only lost lines", { additions: 0 }, false, "only-removed"],
    [
      "a file in a language that is not read",
      { path: "a_test.dart", additions: 3 },
      null,
      "no-rule",
    ],
    ["a new helper", { status: "added", path: "src/a.ts" }, null, "no-patch"],
    ["a patch without lines", { patch: known(""), additions: 3 }, null, "binary"],
  ] as const)("%s", (_name, change, adds, rule) => {
    expect(readTestChange({ ...file, ...change })).toMatchObject({ adds, rule });
  });

  test("the reason is told", () => {
    const { note } = readTestChange({ ...file, patch: unknown("the forge cut it off") });
    expect(note).toBe("What changed in the file is not known: the forge cut it off.");
  });
});

describe("a new file with its patch", () => {
  const added = (path: string, patch: string) =>
    readTestChange({ ...file, path, status: "added", patch: known(patch) });

  test("a case counts, with its line", () => {
    const { adds, rule, line, cases } = added("a.test.ts", NEW_FILE);
    expect({ adds, rule, line, cases }).toEqual({
      adds: true,
      rule: "case-added",
      line: 2,
      cases: ["a"],
    });
  });

  test("a file without a case does not", () => {
    const patch = "@@ -0,0 +1,2 @@\n+package a\n+func build() int { return 1 }\n";
    expect(added("a_test.go", patch)).toMatchObject({ adds: false, rule: "only-helpers" });
  });

  test("a file of cases that are off does not", () => {
    const patch = NEW_FILE.replace("test(", "test.skip(");
    expect(added("a.test.ts", patch)).toMatchObject({ adds: false, rule: "only-skips" });
  });
});

describe("a new file of nothing but imports", () => {
  const added = (path: string, lines: string, status: "added" | "modified" = "added") => {
    const patch = known(`@@ -0,0 +1,9 @@\n${lines}`);
    return readTestChange({ ...file, path, status, patch });
  };

  test.each([
    ["JavaScript", "a/modern.spec.ts", '+import "../a.spec";'],
    [
      "JavaScript with the ending",
      "a/modern.test.js",
      '+import "./setup.js";\n+import "../a.test.js";',
    ],
    ["Python", "tests/other/test_b.py", "+from tests.test_a import *"],
    ["Ruby", "spec/other_spec.rb", '+require_relative "a_spec"'],
  ])("runs the cases of another test file once more: %s", (_name, path, lines) => {
    const change = added(path, lines);
    expect(change).toMatchObject({ adds: true, rule: "suite-reused" });
    expect(change.hunks).toHaveLength(1);
  });

  test.each([
    ["what it imports is no test", "a/modern.spec.ts", '+import "../a";'],
    [
      "what it imports is a library for tests",
      "a/modern.spec.ts",
      '+import { test } from "runner/test";',
    ],
    ["it holds more", "a/modern.spec.ts", '+import "../a.spec";\n+start();'],
    ["its own name is no test's", "a/all.ts", '+import "../a.spec";'],
    ["it only names what is there", "tests/all.rs", "+use crate::parse_tests;"],
  ])("adds nothing where %s", (_name, path, lines) => {
    expect(added(path, lines).adds).toBe(false);
  });

  test("adds nothing where it was there before", () => {
    expect(added("a/modern.spec.ts", '+import "../a.spec";', "modified").adds).toBe(false);
  });
});

const HUNKS = [
  '-  it("one", () => {\n-    expect(one()).toBe(1);\n-  });',
  '+  it("two", () => {\n+    expect(two()).toBe(2);\n+  });',
  '   it("three", () => {\n-    expect(three()).toBe(3);\n+    expect(three()).toBe(4);',
  '   it("four", () => {\n     four();\n+    expect(seen).toBe(1);',
  '-  it.skip("five", () => {\n+  it("five", () => {\n     five();',
  '+  it.skip("six", () => {\n+    expect(six()).toBe(6);\n+  });',
  '-  it("seven", () => {\n+  it("eight", () => {\n-    expect(a).toBe(1);\n+    expect(a).toBe(2);',
  "+    expect(one()).toBe(1);",
  '-import { a } from "a";\n+import { b } from "b";',
].map((lines, index) => `@@ -${index * 40 + 1},9 +${index * 40 + 1},9 @@\n${lines}`);

test("the order of the hunks does not change the answer", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(HUNKS, { minLength: 1 }), (hunks) => {
      const judge = (some: readonly string[]) =>
        readTestChange({ ...file, patch: known(some.join("\n")) }).adds;
      expect(judge(hunks)).toBe(judge(hunks.toSorted()));
    }),
  );
});

const EXAMPLES: readonly (readonly [path: string, opening: string, body: string, end: string])[] = [
  ["a_test.go", "func TestNAME(t *testing.T) {", "\tassert.Equal(t, 1, run(NUMBER))", "}"],
  ["a.test.ts", '  it("NAME", () => {', "    expect(run(NUMBER)).toBe(1);", "  });"],
  ["test_a.py", "def test_NAME():", "    assert run(NUMBER) == 1", ""],
  ["a.bats", '@test "NAME" {', '  [ "$(run NUMBER)" = 1 ]', "}"],
  ["ATest.java", "  public void testNAME() {", "    assertEquals(1, run(NUMBER));", "  }"],
  ["a_spec.rb", '  it "NAME" do', "    expect(run(NUMBER)).to eq(1)", "  end"],
  ["ATest.php", "  public function testNAME() {", "    $this->assertSame(1, run(NUMBER));", "  }"],
];

test("a patch that adds cases adds a test, and turned round it never does", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...EXAMPLES),
      fc.uniqueArray(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      ([path, opening, body, end], numbers, context) => {
        const cases = numbers.flatMap((number) =>
          [opening.replace("NAME", `A${number}`), body.replace("NUMBER", `${number}`), end].map(
            (line) => `+${line}`,
          ),
        );
        const lines = context ? [" ", ...cases, " "] : cases;
        const judge = (text: string) =>
          readTestChange({ ...file, path, patch: known(`@@ -1,2 +1,9 @@\n${text}`) });
        expect(judge(lines.join("\n"))).toMatchObject({ adds: true, rule: "case-added" });
        const reversed = lines.map((line) => line.replace(/^\+/, "-")).join("\n");
        expect(judge(reversed).adds).toBe(false);
      },
    ),
  );
});

test("no text and no path makes it fail, and an answer is whole", () => {
  const word = fc.constantFrom(
    "@@ -1 +1 @@",
    "\n",
    "+",
    "-",
    " ",
    "it(",
    "t.Run(",
    "#[test]",
    "@Test",
    '"""',
    "/*",
    "`",
    "{",
    "}",
    "def test_a():",
    "expect(",
    "assert",
    "skip",
    "\u0000",
    "\ud800",
    "𝕊",
    "\t",
    "[",
    ")",
    "=> {",
    "fn a(",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(word).map((words) => words.join("")),
  );
  const path = fc.constantFrom(
    "",
    "a",
    "a.dart",
    "a.test-d.ts",
    ...LANGUAGES.flatMap(({ endings }) => endings.map((ending) => `test_a.${ending}`)),
    "a_test.go",
    "a.test.ts",
    "test_a.py",
    "tests/a.rs",
    "ATest.java",
  );
  fc.assert(
    fc.property(text, path, fc.constantFrom(...FILE_STATUSES), (patch, name, status) => {
      const change = readTestChange({ ...file, path: name, status, patch: known(patch) });
      expect(change.note).toMatch(/^[A-Z].*\.$/s);
      expect(change.adds === true || change.hunks.length === 0).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("only the beginning of a long line is read", () => {
  const long = `+  expect(a).toBe("${"x".repeat(1_000_000)}");`;
  const patch = known(`@@ -1 +1 @@\n${long}\n`);
  expect(readTestChange({ ...file, patch }).rule).toBe("assertion-added");
});
