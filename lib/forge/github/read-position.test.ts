import { expect, test } from "vitest";
import type { Position } from "../forge.ts";
import { readPosition } from "./read-position.ts";

test("a walk begins with pages of the first size", () => {
  expect(readPosition(null, 25)).toEqual({ after: null, size: 25, good: 0 });
});

test("and goes on where it stopped", () => {
  const position = { after: "c", size: 12, good: 3 };
  expect(readPosition(JSON.parse(JSON.stringify(position)) as Position, 25)).toEqual(position);
});

test.each<[string, Position]>([
  ["of another adapter", { page: 3, totalBefore: null }],
  ["without a size", { after: null, good: 0 }],
  ["with an empty page", { after: null, size: 0, good: 0 }],
  ["with half a row", { after: null, size: 1.5, good: 0 }],
  ["with a cursor that is none", { after: 7, size: 25, good: 0 }],
])("a position %s is refused", (_what, position) => {
  expect(() => readPosition(position, 25)).toThrow(/Begin the walk anew/);
});
