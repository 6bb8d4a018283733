import { expect, test } from "vitest";
import { overviewQuery } from "./overview-query.ts";

test.each([
  ["the defaults are left out", { measure: "blocking", direction: "down" }, ""],
  ["another measure is named", { measure: "has_test@1", direction: "down" }, "?measure=has_test@1"],
  ["burning up alone", { measure: "blocking", direction: "up" }, "?chart=up"],
  ["both", { measure: "gated", direction: "up" }, "?measure=gated&chart=up"],
] as const)("%s", (_, choice, query) => {
  expect(overviewQuery({ ...choice, policy: "blocking" })).toBe(query);
});
