import { expect, test } from "vitest";
import { claimedCount } from "./claimed-count.ts";

test.each([
  ["boot (5)", 5],
  ["boot (5):", 5],
  ["deploy family (24 of 41 gaps)", 24],
  ["24 of 41 gaps of deploy", 24],
  ["deploy (8 gaps)", 8],
  ["boot and deploy (5) (5)", 5],
  ["boot (5) and deploy (8)", null],
  ["boot (lighter)", null],
  ["boot", null],
  ["boot (#5)", null],
  ["boot (2026)", null],
  ["boot (0)", null],
  ["v1.5 of 6", null],
])("%s claims %s", (heading, expected) => {
  expect(claimedCount(heading)).toBe(expected);
});
