import { describe, expect, test } from "vitest";
import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import { known } from "#/lib/facts/known.ts";
import { readPatch } from "../patch/read-patch.ts";
import type { TestKind } from "../policy.ts";
import { file, patched } from "../testing/file.ts";
import { changedProduct } from "./changed-product.ts";
import { judgeReach } from "./judge-reach.ts";
import { stemOf } from "./relate-paths.ts";

type Case = {
  readonly fix: readonly ChangedFile[];
  readonly test: string;
  readonly lines: readonly string[] | null;
  readonly kind?: TestKind;
  readonly title?: string;
};

function reachOf({ fix, test: path, lines, kind = "unit", title = "fix: a" }: Case) {
  const hunks = lines === null ? null : readPatch(["@@ -1,9 +1,9 @@", ...lines].join("\n"));
  return judgeReach({ path, kind, hunks, added: hunks ?? [] }, changedProduct(fix, title));
}

const TOTAL = patched("src/billing/total.ts", [
  "-export function addTax(sum) { return sum }",
  "+export function addTax(sum) { return sum * 1.2 }",
]);

describe("yes", () => {
  test.each<[string, Case, string]>([
    [
      "it calls what the fix changed",
      { fix: [TOTAL], test: "spec/all.test.ts", lines: ["+expect(addTax(1)).toBe(2)"] },
      "calls-changed",
    ],
    [
      "it calls the function around the edited line",
      {
        fix: [
          patched("src/a.go", ["-\treturn 1", "+\treturn 2"], { heading: "func Total() int {" }),
        ],
        test: "other/b_test.go",
        lines: ["+\tif Total() != 2 {"],
      },
      "calls-changed",
    ],
    [
      "it is named after the changed file",
      { fix: [TOTAL], test: "spec/total.test.ts", lines: ["+expect(run()).toBe(2)"] },
      "named-after",
    ],
    [
      "it stands in the mirrored folder",
      {
        fix: [file("src/main/java/org/x/Sum.java")],
        test: "src/test/java/org/x/AllTest.java",
        lines: ["+assertEquals(1, run());"],
      },
      "same-package",
    ],
    [
      "it imports the changed file by a relative path",
      {
        fix: [TOTAL],
        test: "src/spec/all.test.ts",
        lines: [' import { x } from "../billing/total";', "+expect(x()).toBe(2)"],
      },
      "imports-changed",
    ],
    [
      "it imports the changed file by an alias",
      {
        fix: [TOTAL],
        test: "spec/all.test.ts",
        lines: [' import { x } from "@/billing/total";', "+expect(x()).toBe(2)"],
      },
      "imports-changed",
    ],
    [
      "it imports the changed module",
      {
        fix: [file("app/services/billing.py")],
        test: "tests/all/test_x.py",
        lines: [" from app.services.billing import run", "+    assert run() == 2"],
      },
      "imports-changed",
    ],
    [
      "it imports the package that the changed file lies in",
      {
        fix: [file("packages/reactivity/src/ref.ts")],
        test: "packages/vue/spec/all.test.ts",
        lines: [' import { ref } from "@scope/reactivity"', "+expect(ref(1)).toBe(2)"],
      },
      "imports-changed",
    ],
    [
      "it imports the package by the root of its repository",
      {
        fix: [file("lib/route.js")],
        test: "test/http2/plain.js",
        lines: [" const app = require('../..')", "+  t.equal(app.host, 'a')"],
      },
      "imports-changed",
    ],
    [
      "it uses a field that stands on an edited line",
      {
        fix: [patched("src/a.go", ["+\titem.DeletedAt = now"])],
        test: "other/b_test.go",
        lines: ["+\tif got.DeletedAt != now {"],
      },
      "names-changed",
    ],
  ])("%s", (_name, input, rule) => {
    expect(reachOf(input)).toMatchObject({ exercises: "yes", rule });
  });

  test("a test inside the changed file reaches it", () => {
    const input = { fix: [file("src/a.rs")], test: "src/a.rs", lines: ["+#[test]"] };
    expect(reachOf(input).rule).toBe("inline");
  });

  test("the line of the name is told", () => {
    const lines = [" one()", " two()", "+expect(addTax(1)).toBe(2)"];
    expect(reachOf({ fix: [TOTAL], test: "spec/all.test.ts", lines }).line).toBe(3);
  });
});

describe("no", () => {
  test.each<[string, Case, string]>([
    [
      "it defines the function itself",
      {
        fix: [TOTAL],
        test: "spec/all.test.ts",
        lines: ["+function addTax(sum) { return sum * 1.2 }", "+expect(addTax(1)).toBe(1.2)"],
      },
      "re-implements",
    ],
    [
      "it makes the fix's own call itself",
      {
        fix: [patched("internal/router/setup.go", ["+\tr.SetTrustedProxies(nil)"])],
        test: "internal/limits/limit_test.go",
        lines: ["+\tengine.SetTrustedProxies(nil)", "+\tif got != 429 {"],
      },
      "re-implements",
    ],
    [
      "nothing connects them",
      { fix: [TOTAL], test: "apps/menu/spec/menu.test.ts", lines: ["+expect(menu()).toBe(2)"] },
      "touches-else",
    ],
    [
      "an end-to-end test speaks of something else",
      {
        fix: [TOTAL],
        test: "e2e/menu.spec.ts",
        kind: "e2e",
        lines: ["+await expect(page).toHaveURL('/menu')"],
        title: "fix(billing): round the tax",
      },
      "touches-else",
    ],
  ])("%s", (_name, input, rule) => {
    expect(reachOf(input)).toMatchObject({ exercises: "no", rule });
  });
});

describe("unclear", () => {
  test.each<[string, Case, string]>([
    [
      "the fix changes only data",
      { fix: [file("config/limits.json")], test: "spec/a.test.ts", lines: ["+expect(1).toBe(1)"] },
      "no-product-code",
    ],
    [
      "the patch of the product is missing",
      { fix: [file("src/a.ts")], test: "spec/b.test.ts", lines: ["+expect(1).toBe(1)"] },
      "patch-missing",
    ],
    [
      "the patch of the test is missing",
      { fix: [TOTAL], test: "spec/b.test.ts", lines: null },
      "patch-missing",
    ],
    [
      "a variable of its own is called as one of the fix",
      {
        fix: [patched("lib/route.js", ["+const hostname = read()"])],
        test: "test/all.js",
        lines: ["+  const hostname = 'a'", "+  t.equal(host(), hostname)"],
      },
      "same-module",
    ],
    [
      "it stands in the test tree of the whole repository",
      { fix: [TOTAL], test: "tests/menu.test.ts", lines: ["+expect(menu()).toBe(2)"] },
      "same-module",
    ],
    [
      "a name that the fix defines is only a word of the test's title",
      {
        fix: [patched("src/a.ts", ["+const compiler = make()"])],
        test: "tests/b.test.ts",
        lines: ["+test('a modern compiler', () => {"],
      },
      "same-module",
    ],
    [
      "an end-to-end test speaks of what the title is about",
      {
        fix: [TOTAL],
        test: "e2e/all.spec.ts",
        kind: "e2e",
        lines: ["+await page.getByText('Invoice')"],
        title: "fix: round the invoice",
      },
      "same-topic",
    ],
  ])("%s", (_name, input, rule) => {
    expect(reachOf(input)).toMatchObject({ exercises: "unclear", rule });
  });
});

test.each([
  ["was only moved", known(""), "touches-else"],
  [
    "was moved and edited",
    known("@@ -1 +1 @@ export function addTax(sum) {\n-  a\n+  b"),
    "calls-changed",
  ],
])("a product file that %s", (_name, patch, rule) => {
  const moved = { ...file("src/billing/total.ts", "renamed"), patch };
  const other = patched("cmd/run.ts", ["+export const retries = 1;"]);
  const lines = ["+expect(addTax(1)).toBe(2)"];
  expect(reachOf({ fix: [moved, other], test: "x/y/all.test.ts", lines }).rule).toBe(rule);
});

test("a name of 100,000 signs is read to its end", () => {
  expect(stemOf(`${"test_".repeat(20_000)}!`)).toHaveLength(255);
});
