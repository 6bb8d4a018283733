import { expect, test } from "vitest";
import { scrollToShow } from "./scroll-to-show.ts";

const strip = { left: 10, right: 385 };

test.each([
  ["in sight", { left: 40, right: 90 }, 0],
  ["at the left edge", { left: 10, right: 60 }, 0],
  ["at the right edge", { left: 335, right: 385 }, 0],
  ["out of sight on the right", { left: 500, right: 560 }, 199],
  ["cut off on the right", { left: 360, right: 395 }, 34],
  ["out of sight on the left", { left: -100, right: -50 }, -134],
  ["cut off on the left", { left: 0, right: 50 }, -34],
  ["wider than the strip", { left: 50, right: 900 }, 40],
])("a tab %s", (_where, tab, by) => {
  expect(scrollToShow(strip, tab)).toBe(by);
});
