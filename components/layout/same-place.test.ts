import { expect, test } from "vitest";
import { samePlace } from "./same-place.ts";

test.each([
  ["/p/a", "/p/b"],
  ["/p/a/gaps", "/p/b/gaps?verdict=gap"],
  ["/p/a/gates", "/p/b/gates"],
  ["/p/a/gates/8", "/p/b/gates"],
  ["/p/a/clusters/deploy", "/p/b/clusters"],
  ["/p/a/merged", "/p/b/merged"],
  ["/p/a/links", "/p/b/links"],
  ["/p/a/plan", "/p/b/plan"],
  ["/p/a/policy", "/p/b/policy"],
  ["/p/a/settings", "/p/b/settings"],
  ["/gaps/GAP-7", "/p/b/gaps?verdict=gap"],
  ["/settings/programs", "/p/b"],
  ["/p/gates", "/p/b"],
  ["/p/a/nowhere", "/p/b"],
  ["/p/a/constructor", "/p/b"],
  ["/", "/p/b"],
])("who changes the program on %s comes to %s", (from, to) => {
  expect(samePlace(from, "b")).toBe(to);
});
