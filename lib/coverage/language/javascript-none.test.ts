import { describe, expect, test } from "vitest";
import { ruleOf } from "./testing/change-of.ts";

const CASE = `
 describe("parse", () => {
+  it("refuses an empty text", () => {
+    expect(() => parse("")).toThrow();
+  });
 });
`;

describe("JavaScript and TypeScript: no test is added", () => {
  test.each([
    ["a case that is skipped", "only-skips", CASE.replace("it(", "it.skip(")],
    ["a case still to write", "only-skips", '+  it.todo("refuses an empty text");'],
    ["a case without a body", "only-skips", '+  it("refuses an empty text");'],
    ["a case that is expected to fail", "only-skips", CASE.replace("it(", "test.fails(")],
    ["a case in a group that is off", "only-skips", CASE.replace(" describe(", " describe.skip(")],
    [
      "a case turned off",
      "only-skips",
      '-  it("parses", () => {\n+  xit("parses", () => {\n     expect(a).toBe(1);\n   });',
    ],
    [
      "only this case",
      "only-skips",
      '-  it("parses", () => {\n+  it.only("parses", () => {\n     expect(a).toBe(1);\n   });',
    ],
    [
      "another value expected",
      "expectation-adapted",
      '   it("parses", () => {\n-    expect(parse("a")).toBe(1);\n+    expect(parse("a")).toBe(2);',
    ],
    [
      "await in front of an assertion",
      "expectation-adapted",
      '   it("parses", () => {\n-    expect(load()).resolves.toBe(1);\n+    await expect(load()).resolves.toBe(1);',
    ],
    [
      "one more field expected",
      "no-assertion",
      '   it("parses", () => {\n     expect(parse("a")).toEqual({\n       text: "a",\n+      line: 1,\n     });',
    ],
    [
      "other quotes and commas",
      "only-format",
      "   it('parses', () => {\n-    expect(parse('a')).toBe('b')\n+    expect(parse(\"a\")).toBe(\"b\");",
    ],
    [
      "an assertion over several lines",
      "only-format",
      '-    expect(parse("a")).toEqual([1, 2]);\n+    expect(parse("a")).toEqual([\n+      1,\n+      2,\n+    ]);',
    ],
    ["another import", "only-imports", '-import { a } from "./a";\n+import { a } from "./b";'],
    [
      "a short name in a list of a case",
      "no-assertion",
      '   it("parses", () => {\n     load([\n       {\n         name: "a",\n       },\n+      {\n+        name: "b",\n+      },\n     ]);',
    ],
    [
      "a mock",
      "no-assertion",
      '   it("parses", () => {\n+    vi.spyOn(fs, "read").mockReturnValue("a");\n     expect(parse()).toBe("a");',
    ],
    [
      "a helper",
      "only-helpers",
      '+function build() {\n+  return { name: "a" };\n+}\n describe("a", () => {',
    ],
    [
      "a case with another name",
      "only-renamed",
      '-  it("works", () => {\n+  it("parses a text", () => {\n     expect(parse("a")).toBe(1);\n   });',
    ],
    [
      "a case in a comment",
      "only-format",
      '+  // it("parses", () => {\n+  /*\n+  it("parses", () => {\n+    expect(1).toBe(1);\n+  });\n+  */',
    ],
    ["a case taken away", "only-removed", CASE.replaceAll("\n+", "\n-")],
    [
      "a snapshot within the file",
      "no-assertion",
      '   it("prints", () => {\n     expect(print()).toMatchInlineSnapshot(`\n-      "a"\n+      "b"\n     `);',
    ],
  ])("%s", (_name, rule, hunk) => {
    expect(ruleOf("src/parse.test.ts", hunk)).toBe(rule);
  });
});
