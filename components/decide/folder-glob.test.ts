import picomatch from "picomatch";
import { expect, test } from "vitest";
import { folderGlob } from "./folder-glob.ts";

test.each([
  ["tests/e2e/login.spec.ts", "tests/e2e/**"],
  ["smoke_test.go", "smoke_test.go"],
])("%s → %s", (path, glob) => {
  expect(folderGlob(path)).toBe(glob);
});

test.each([
  "tests/e2e/login.spec.ts",
  "smoke_test.go",
  "app/[slug]/(group)/page.test.tsx",
  "packages/@scope/a+b/x.test.ts",
  "a{b}/c*d/e!/f.test.ts",
  "[id].test.ts",
  ".hidden/a.test.ts",
])("the pattern of %s holds it, and not what lies elsewhere", (path) => {
  const holds = picomatch(folderGlob(path), { dot: true });
  expect(holds(path)).toBe(true);
  expect(holds("elsewhere/other.test.ts")).toBe(false);
});
