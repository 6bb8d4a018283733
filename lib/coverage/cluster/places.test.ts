import { describe, expect, test } from "vitest";
import { placesOf, repairedPaths } from "./places.ts";

describe("where a file lies", () => {
  test.each([
    ["in its folder, and in those around it", "a/b/f.go", ["a/b", "a"]],
    [
      "up to a folder that only contains",
      "web/src/cart/total/f.ts",
      ["web/src/cart/total", "web/src/cart"],
    ],
    ["in the folder around one that only contains", "web/src/f.ts", ["web"]],
    ["in a folder of workflows", ".github/workflows/ci.yml", [".github/workflows", ".github"]],
    ["in itself, directly in a layer", "server/models/Order.ts", ["server/models/Order.ts"]],
    ["up to a layer", "server/models/order/f.ts", ["server/models/order"]],
    ["in itself, at the root", "Makefile", ["Makefile"]],
    ["in itself, below folders that only contain", "src/f.ts", ["src/f.ts"]],
    [
      "in five folders at most",
      "a/b/c/d/e/f/g.go",
      ["a/b/c/d/e/f", "a/b/c/d/e", "a/b/c/d", "a/b/c", "a/b"],
    ],
    ["nowhere, where no system could open it", `${"a/".repeat(3000)}f.go`, []],
  ])("%s", (_name, path, expected) => {
    expect(placesOf(path)).toEqual(expected);
  });
});

describe("what a fix repaired", () => {
  test.each([
    ["not its tests and documents", ["a/f.go", "a/f_test.go", "docs/a.md"], ["a/f.go"]],
    ["its tests where there is nothing else", ["a/f_test.go"], ["a/f_test.go"]],
    ["a workflow", [".github/workflows/ci.yml", "README.md"], [".github/workflows/ci.yml"]],
    ["not the data that came with code", ["a/f.go", "a/generated.yaml"], ["a/f.go"]],
    ["data on its own", ["a/values.yaml", "a/other.yaml"], ["a/values.yaml", "a/other.yaml"]],
    ["a deployment beside code", ["a/f.go", "deploy/a.yaml"], ["a/f.go", "deploy/a.yaml"]],
    ["not its locks and manifests", ["a/f.ts", "package.json", "yarn.lock"], ["a/f.ts"]],
    ["a manifest on its own", ["go.mod"], ["go.mod"]],
  ])("%s", (_name, paths, expected) => {
    expect(repairedPaths(paths)).toEqual(expected);
  });
});
