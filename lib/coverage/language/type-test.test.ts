import { describe, expect, test } from "vitest";
import { ruleOf } from "./testing/change-of.ts";

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
      "what must compile within a function",
      "assertion-added",
      " function plain(arg: number) {\n   const one = ref(arg)\n+  expectType<Ref<number>>(one)\n }",
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
