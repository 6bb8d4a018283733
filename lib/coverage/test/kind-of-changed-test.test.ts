import { describe, expect, test } from "vitest";
import type { TestKindRule } from "../policy.ts";
import { learnConventions, NO_CONVENTIONS } from "./conventions.ts";
import { kindOfChangedTest } from "./kind-of-changed-test.ts";

const kindOf = (
  path: string,
  lines: readonly string[] | null = null,
  kindRules: readonly TestKindRule[] = [],
  conventions = NO_CONVENTIONS,
) =>
  kindOfChangedTest({
    path,
    patch: lines && ["@@ -1,9 +1,9 @@", ...lines].join("\n"),
    kindRules,
    conventions,
  });

test("a glob of many stars that somebody decided takes no time", () => {
  const rules: TestKindRule[] = [{ paths: [`${"*a*/".repeat(12)}b.ts`], kind: "e2e" }];
  expect(kindOf(`${"aaaaaaaa/".repeat(12)}c.ts`, null, rules).kind).toBe("unit");
});

describe("by its harness", () => {
  test.each([
    ["a browser's runner", "a.spec.ts", [' import { test } from "@playwright/test"'], "e2e"],
    ["a page that a helper opened", "a.spec.ts", [" import { page } from '~utils'"], "e2e"],
    ["a page that it loads", "a.spec.ts", ["+  await page.goto('/')"], "e2e"],
    ["a browser in another language", "test_a.py", [" from selenium import webdriver"], "e2e"],
    [
      "a harness of that name",
      "a.test.ts",
      [' import { setup } from "@kit/test-utils/e2e"'],
      "e2e",
    ],
    ["the built binary", "a_test.go", ['+\tcmd := exec.Command("./bin/tool", "x")'], "e2e"],
    ["a build tag", "a_test.go", [" //go:build e2e"], "e2e"],
    ["a request from a shell", "test_a.sh", ["+curl -sf http://localhost/health"], "e2e"],
    ["a started server", "a.test.ts", ["+const server = getTestServer()"], "integration"],
    ["an application context", "ATest.java", [" @SpringBootTest"], "integration"],
    [
      "a container with a database",
      "a_test.go",
      ['+\t"github.com/x/testcontainers-go"'],
      "integration",
    ],
    [
      "factories of the test tree",
      "a.test.ts",
      [' import { b } from "@server/test/factories"'],
      "integration",
    ],
    ["nothing", "a.test.ts", ["+expect(1).toBe(1)"], "unit"],
    ["only a line that was taken away", "a.test.ts", ["-await page.goto('/')"], "unit"],
    ["only a word in a name", "homepage.test.ts", ["+expect(mypage.clicks).toBe(1)"], "unit"],
  ])("%s", (_name, path, lines, kind) => {
    expect(kindOf(path, lines).kind).toBe(kind);
  });

  test("a browser in a folder for integration tests makes it end to end, a server does not", () => {
    const path = "tests/integration/a.spec.ts";
    expect(kindOf(path, ["+await page.goto('/')"]).kind).toBe("e2e");
    expect(kindOf(path, ["+getTestServer()"]).kind).toBe("integration");
    expect(kindOf("tests/e2e/a.spec.ts", ["+getTestServer()"]).kind).toBe("e2e");
  });
});

describe("by the layout of its repository", () => {
  const seen = (path: string, kind: "e2e" | null) => ({ path, kind });
  const learned = learnConventions([
    seen("playground/css/__tests__/css.spec.ts", "e2e"),
    seen("playground/hmr/__tests__/hmr.spec.ts", "e2e"),
    seen("playground/ssr/__tests__/ssr.spec.ts", "e2e"),
    seen("src/a/__tests__/a.spec.ts", null),
    seen("src/b/__tests__/b.spec.ts", "e2e"),
  ]);

  test("a folder beside folders that drive a browser is end to end, although no name says so", () => {
    const found = kindOf("playground/new/__tests__/new.spec.ts", null, [], learned);
    expect(found).toMatchObject({ kind: "e2e", rule: "kind-by-layout" });
    expect(found.note).toContain("playground/*/__tests__");
  });

  test("a folder inside such a folder is of its kind", () => {
    expect(kindOf("playground/a/__tests__/deep/b.spec.ts", null, [], learned).kind).toBe("e2e");
  });

  test.each([
    ["a folder whose tests differ", "src/c/__tests__/c.spec.ts"],
    ["a folder inside a tree whose tests are of it", "playground/a/src/new.spec.ts"],
    ["another tree", "lib/new/__tests__/new.spec.ts"],
    ["the root", "new.spec.ts"],
  ])("%s teaches nothing", (_name, path) => {
    expect(kindOf(path, null, [], learned).kind).toBe("unit");
  });

  test("one file that is edited often is one file", () => {
    const often = Array.from({ length: 9 }, () => seen("web/a/b.spec.ts", "e2e"));
    expect(learnConventions(often).size).toBe(0);
  });
});

test("what a policy says of a path wins over everything", () => {
  const rules: TestKindRule[] = [{ paths: ["e2e/fast/**"], kind: "unit" }];
  expect(kindOf("e2e/fast/a.spec.ts", ["+await page.goto('/')"], rules)).toMatchObject({
    kind: "unit",
    rule: "kind-decided",
  });
  expect(kindOf("e2e/slow/a.spec.ts", null, rules).kind).toBe("e2e");
});
