import { expect, test } from "vitest";
import { known } from "#/lib/facts/known.ts";
import { readBackground, survey } from "./background.ts";
import { patched } from "./testing/file.ts";

const merged = (number: number, path: string) =>
  survey({
    number,
    title: `fix: number ${number}`,
    body: null,
    mergeSha: null,
    mergedAt: new Date(Date.UTC(2026, 0, number)),
    files: known([patched(path, ["+await page.goto('/')"])]),
  });

test("a layout whose names say nothing is learned from what its tests drive", () => {
  const { conventions } = readBackground(
    ["a", "b", "c"].map((part, at) => merged(at, `site/${part}/__tests__/x.spec.ts`)),
  );
  expect(conventions.get("site/*/__tests__")).toBe("e2e");
});

test("a folder that says its kind by its name teaches nothing about its neighbours", () => {
  const { conventions } = readBackground(
    ["a", "b", "c"].map((part, at) => merged(at, `app/e2e/chat/${part}.spec.ts`)),
  );
  expect([...conventions]).toEqual([]);
});
