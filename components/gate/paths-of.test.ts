import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FILES_MAX } from "#/lib/contract/gate.ts";
import { filesText, pathsOf } from "./paths-of.ts";

describe("pathsOf", () => {
  test.each([
    ["one a line", "a.go\nb/c.go", ["a.go", "b/c.go"]],
    ["line ends of any system", "a\r\nb\rc", ["a", "b", "c"]],
    ["empty lines and blanks around", "\n  a \n\n", ["a"]],
    ["a start that names the root", "./a\n/b\n././c", ["a", "b", "c"]],
    ["names that start with a point stay", ".gitea/workflows/ci.yml", [".gitea/workflows/ci.yml"]],
    ["blanks within a name stay", "my file.txt", ["my file.txt"]],
    ["each once", "a\n./a\na", ["a"]],
    ["nothing", " \n./\n", []],
  ])("%s", (_what, text, expected) => {
    expect(pathsOf(text)).toEqual(expected);
  });

  test("never gives an empty path nor one twice, and reads its own paths as they are", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(".", "/", "a", " ", "\n", "\r") }), (text) => {
        const paths = pathsOf(text);
        expect(paths).not.toContain("");
        expect(new Set(paths).size).toBe(paths.length);
        expect(pathsOf(paths.join("\n"))).toEqual(paths);
      }),
    );
  });
});

describe("filesText", () => {
  test.each([
    ["nothing asked", undefined, ""],
    ["one", "a.go", "a.go"],
    ["with commas and line ends", "a.go, b.go\nc.go", "a.go\nb.go\nc.go"],
    ["repeated", ["a.go", "b.go,c.go"], "a.go\nb.go\nc.go"],
  ])("%s", (_what, asked, expected) => {
    expect(filesText(asked)).toBe(expected);
  });

  test("is no longer than what can be asked", () => {
    const asked = Array.from({ length: FILES_MAX + 5 }, (_, at) => `f${at}`).join(",");
    expect(filesText(asked).split("\n")).toHaveLength(FILES_MAX);
  });
});
