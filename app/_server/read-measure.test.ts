import { expect, test, vi } from "vitest";
import type { Measure } from "#/lib/coverage/measure.ts";
import { readMeasure } from "./read-measure.ts";

// It refuses to be loaded outside of the framework's server.
vi.mock("server-only", () => ({}));

test.each<[string, Parameters<typeof readMeasure>[0], Measure | undefined, string[]]>([
  ["no measure", {}, undefined, []],
  ["a measure", { measure: "blocking" }, "blocking", []],
  ["two of them, the last", { measure: ["nope", "gated"] }, "gated", []],
  ["a name that is none", { measure: "nope" }, undefined, ["measure"]],
  ["an empty one", { measure: "" }, undefined, ["measure"]],
  ["a NUL", { measure: "gated\0" }, undefined, ["measure"]],
  ["what every object has", { measure: "constructor" }, undefined, ["measure"]],
  ["something else that is wrong", { page: "x" }, undefined, []],
])("an address asks for %s", (_what, search, measure, ignored) => {
  expect(readMeasure(search)).toEqual({ measure, ignored });
});
