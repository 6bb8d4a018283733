import { expect, test } from "vitest";
import { renderGatesJson } from "./gates-json.ts";
import { SAMPLE_GATES } from "./testing/sample-gates.ts";

test("one document that reads back the same", () => {
  const text = renderGatesJson(SAMPLE_GATES);
  expect(JSON.parse(text)).toEqual(SAMPLE_GATES);
  expect(text.endsWith("}\n")).toBe(true);
});
