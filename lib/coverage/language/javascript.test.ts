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
      "a row of cases within a table",
      "row-added",
      `
 describe("filter", () => {
   const filters = [
     {
       filter: "a",
       cases: [
         { id: "a", pass: true },
+        { id: "b", pass: false },
       ],
     },
`,
    ],
    [
      "a row of a list with a type of its own",
      "row-added",
      `
   const requests: Array<{
     path: string
   }> = [
     {
       path: "/a",
     },
+    {
+      path: "/b",
+    },
   ]
`,
    ],
    [
      "a row with a title whose table begins above",
      "row-added",
      `
@@ describe("requests", () => {
     {
       name: "a path that is denied",
       path: "/a",
     },
+    {
+      name: "a path that is missing",
+      path: "/b",
+    },
`,
    ],
    [
      "a row beside others that expect something",
      "row-added",
      `
@@ describe("requests", () => {
     { path: "/a", expected: true },
+    { path: "/b", expected: false },
`,
    ],
    [
      "an assertion that begins on a line of its own",
      "assertion-added",
      `
   test("shows", async () => {
     edit("a");
+    await expect
+      .poll(() => page.textContent("h1"))
+      .toBe("a");
   });
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
      "more to do and more expected, with a comma in front",
      "expectation-extended",
      `
   test("literals", () => {
     const props = resolve({
-      foo: number
+      foo: number,
+      qux: boolean
     });
     expect(props).toStrictEqual({
-      foo: ["Number"]
+      foo: ["Number"],
+      qux: ["Boolean"]
     });
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
