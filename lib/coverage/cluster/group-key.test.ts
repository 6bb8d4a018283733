import { expect, test } from "vitest";
import { groupKeyOf } from "./group-key.ts";

test.each([
  ["core.deploy--gated", "core.deploy"],
  ["core.deploy--blocking", "core.deploy"],
  ["core.deploy", "core.deploy"],
  ["a--gated--tested", "a--gated"],
  ["a--other", "a--other"],
  ["--gated", ""],
])("%s belongs to the group %s", (key, group) => {
  expect(groupKeyOf(key)).toBe(group);
});
