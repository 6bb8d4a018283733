import { describe, expect, test } from "vitest";
import { changeOf, ruleOf } from "./testing/change-of.ts";

const CASE = `
 describe("parse", () => {
+  it("refuses an empty text", () => {
+    expect(() => parse("")).toThrow();
+  });
 });
`;

describe("JavaScript and TypeScript: a test is added or extended", () => {
  test.each([
    ["a new case", "case-added", CASE],
    ["a case in one line", "case-added", '+test("one", () => expect(parse("a")).toBe(1));'],
    [
      "a case of node:test",
      "case-added",
      '+  await t.test("one", () => {\n+    assert.ok(parse());\n+  });',
    ],
    [
      "a case that depends on the machine",
      "case-added",
      '+  it.skipIf(isWindows)("one", async () => {\n+    expect(a).toBe(1);\n+  });',
    ],
    [
      "a glob in a text opens no comment",
      "case-added",
      `+const rules = { "/admin/**": {} };\n${CASE.trim()}`,
    ],
    [
      "a case over several lines",
      "case-added",
      '+  it(\n+    "parses",\n+    async () => {\n+      expect(a).toBe(1);\n+    },\n+  );',
    ],
    [
      "an assertion",
      "assertion-added",
      `
   it("parses", () => {
     const got = parse("a");
     expect(got.text).toBe("a");
+    expect(got.line).toBe(1);
   });
`,
    ],
    [
      "an assertion of Cypress",
      "assertion-added",
      `
   it("shows the list", () => {
     cy.visit("/");
+    cy.get("li").should("have.length", 3);
   });
`,
    ],
    [
      "an assertion of Chai",
      "assertion-added",
      '   it("parses", () => {\n     parse("a");\n+    assert.equal(count, 1);\n   });',
    ],
    [
      "a row of test.each",
      "row-added",
      `
   it.each([
     ["a", 1],
+    ["", 0],
   ])("counts %s", (text, count) => {
`,
    ],
    [
      "a row of a template",
      "row-added",
      "   it.each`\n     text   | count\n     ${'a'} | ${1}\n+    ${''}  | ${0}\n   `('counts', () => {",
    ],
    [
      "a longer list of cases in one line",
      "row-added",
      '   it("knows every ending", () => {\n-    for (const ext of ["js", "ts"]) {\n+    for (const ext of ["js", "ts", "mts"]) {\n       expect(known(ext)).toBe(true);',
    ],
    [
      "a case that now runs for several values",
      "row-added",
      `
-  it("deletes", async () => {
-    const one = await build({ state: State.Done });
-    expect(await remove(one)).toBe(true);
-  });
+  it.each([State.Done, State.Failed])(
+    "deletes when %s",
+    async (state) => {
+      const one = await build({ state });
+      expect(await remove(one)).toBe(true);
+    },
+  );
`,
    ],
    [
      "a skip taken away",
      "case-turned-on",
      '-  it.skip("parses", () => {\n+  it("parses", () => {\n     expect(parse()).toBe(1);\n   });',
    ],
    [
      "an expected failure taken away",
      "case-turned-on",
      '-  it.fails("parses", () => {\n+  it("parses", () => {\n     expect(parse()).toBe(1);\n   });',
    ],
    [
      "a group turned on",
      "case-turned-on",
      '-describe.skip("parse", () => {\n+describe("parse", () => {\n   it("a", () => {',
    ],
    [
      "another case in the place of one",
      "case-rewritten",
      `
-  it("evaluates the module only once", async () => {
+  it("tries the module again", async () => {
     const runs = await load("module");
-    expect(runs).toHaveLength(1);
+    expect(runs).toHaveLength(2);
   });
`,
    ],
    [
      "more to do and more expected",
      "expectation-extended",
      `
   test("literals", () => {
     const props = resolve({
       foo: number,
+      [qux]: boolean,
     });
     expect(props).toStrictEqual({
       foo: ["Number"],
+      qux: ["Boolean"],
     });
   });
`,
    ],
  ])("%s", (_name, rule, hunk) => {
    expect(ruleOf("src/parse.test.ts", hunk)).toBe(rule);
  });
});

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

describe("TypeScript: tests of types", () => {
  test.each([
    [
      "what must not compile",
      "assertion-added",
      " describe('h', () => {\n+  // @ts-expect-error\n+  h(1)\n })",
    ],
    [
      "what must compile",
      "assertion-added",
      " describe('h', () => {\n   h('div')\n+  h('div', {}, () => 'a')\n })",
    ],
    [
      "a type",
      "case-added",
      "+describe('ref', () => {\n+  expectType<string>(ref('a').value)\n+})",
    ],
    [
      "another type",
      "expectation-adapted",
      " describe('h', () => {\n-  expectType<string>(h())\n+  expectType<number>(h())\n })",
    ],
  ])("%s", (_name, rule, hunk) => {
    expect(ruleOf("dts/h.test-d.ts", hunk)).toBe(rule);
  });
});

test("JavaScript: a file that no name calls a test counts only by what it holds", () => {
  expect(ruleOf("test/types/app.ts", CASE)).toBe("case-added");
  expect(ruleOf("src/check.ts", "+  expect(a).toBe(1);")).toBe("only-helpers");
});

test("JavaScript: the answer names the case, its line and its hunk", () => {
  const change = changeOf("a.test.ts", CASE);
  expect(change).toMatchObject({ cases: ["refuses an empty text"], line: 11 });
  expect(change.note).toBe('Adds a test case ("refuses an empty text").');
  expect(change.hunks).toHaveLength(1);
});
