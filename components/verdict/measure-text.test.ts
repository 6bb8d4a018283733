import { expect, test } from "vitest";
import { measureText } from "./measure-text.ts";

test("tested is told as it is judged: by a regression test that may reach what was repaired", () => {
  const { means } = measureText("tested");
  expect(means).toMatch(/its patch, or a later change that says that it covers it/i);
  expect(means).toMatch(/adds or extends a regression test/);
  expect(means).toMatch(/nothing shows that the test cannot reach what was repaired/);
  expect(means).not.toMatch(/file whose name/);
});
