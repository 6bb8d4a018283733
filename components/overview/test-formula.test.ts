import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { hasTest } from "#/lib/coverage/audit-rule.ts";
import { TestFormula } from "./test-formula.tsx";

const said = renderToStaticMarkup(createElement(TestFormula)).replace(/<[^>]+>/g, "");

test("the formula is told as the rule has it: both names are endings", () => {
  expect(said).toContain("touch a path ending in _test.go or .spec.ts, a path in a folder named");
  expect(hasTest(["src/a.spec.tsx"])).toBe(false);
  expect(hasTest(["src/a.spec.ts"])).toBe(true);
});
