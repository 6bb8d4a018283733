import { expect, test } from "vitest";
import { measureText } from "./measure-text.ts";

test("a rung is told as it is judged today: by the names of the fix's own files", () => {
  const { means } = measureText("tested");
  expect(means).toContain("added or changed a file whose name is a test's in its language");
  expect(means).not.toMatch(/later|extends|regression/);
});
