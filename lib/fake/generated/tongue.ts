/** How the files of one kind are written. Every block of a file has as many lines, and its mark stands in one of them. */
export type Tongue = {
  readonly ending: string;
  readonly testName: (name: string) => string;
  readonly isBinary: boolean;
  readonly head: (name: string) => readonly string[];
  readonly block: (name: string, id: number, mark: number) => readonly string[];
  readonly testBlock: (name: string, id: number, mark: number) => readonly string[];
};

const typescript: Tongue = {
  ending: "ts",
  testName: (name) => `${name}.test.ts`,
  isBinary: false,
  head: (name) => [`// What belongs to ${name}.`, `import { expect, test } from "vitest";`, ""],
  block: (name, id, mark) => [
    `export function ${name}Case${id}(input: number): number {`,
    `  const step = ${mark};`,
    `  return input + step * ${id};`,
    "}",
    "",
  ],
  testBlock: (name, id, mark) => [
    `test("${name} answers case ${id}", () => {`,
    `  expect(${name}Case${id}(3)).toBe(${mark});`,
    "});",
    "",
  ],
};

const go: Tongue = {
  ending: "go",
  testName: (name) => `${name}_test.go`,
  isBinary: false,
  head: (name) => [`// Package core keeps ${name}.`, "package core", ""],
  block: (name, id, mark) => [
    `func ${name}Case${id}(input int) int {`,
    `\tstep := ${mark}`,
    `\treturn input + step*${id}`,
    "}",
    "",
  ],
  testBlock: (name, id, mark) => [
    `func Test_${name}_${id}(t *testing.T) {`,
    `\tassert.Equal(t, ${mark}, ${name}Case${id}(3))`,
    "}",
    "",
  ],
};

const python: Tongue = {
  ending: "py",
  testName: (name) => `test_${name}.py`,
  isBinary: false,
  head: (name) => [`"""What belongs to ${name}."""`, ""],
  block: (name, id, mark) => [
    `def ${name}_case_${id}(value):`,
    `    step = ${mark}`,
    `    return value + step * ${id}`,
    "",
  ],
  testBlock: (name, id, mark) => [
    `def test_${name}_case_${id}():`,
    `    assert ${name}_case_${id}(3) == ${mark}`,
    "",
  ],
};

const sentence = (name: string, id: number, mark: number): readonly string[] => [
  `## ${name}, part ${id}`,
  `Read this since change ${mark}.`,
  "",
];

export const markdown: Tongue = {
  ending: "md",
  testName: (name) => `${name}.md`,
  isBinary: false,
  head: (name) => [`# ${name}`, ""],
  block: sentence,
  testBlock: sentence,
};

const pixels = (name: string, id: number, mark: number): readonly string[] => [
  `\0${name} ${id} ${mark}`,
];

/** No picture that anybody could look at, but binary for git. */
export const picture: Tongue = {
  ending: "png",
  testName: (name) => `${name}.png`,
  isBinary: true,
  head: () => ["PNG\0"],
  block: pixels,
  testBlock: pixels,
};

export const tongues: readonly Tongue[] = [typescript, go, python];
