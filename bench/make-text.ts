import type { Random } from "./random.ts";

const NEAR = 30;
const WIDE = 100;
const LOCK_LINES = 6;

/** How a made-up file of a language looks. */
export type Tongue = {
  readonly ending: string;
  readonly testName: (name: string) => string;
  readonly head: readonly string[];
  readonly body: (name: string) => readonly string[];
  readonly test: (name: string) => readonly string[];
};

export const TONGUES: readonly [Tongue, ...Tongue[]] = [
  {
    ending: "go",
    testName: (name) => `${name}_test.go`,
    head: ["package core", "", 'import "fmt"', ""],
    body: (name) => [
      `func ${name}(input int) (int, error) {`,
      "\tif input < 0 {",
      `\t\treturn 0, fmt.Errorf("${name}: %d", input)`,
      "\t}",
      "\treturn input, nil",
      "}",
      "",
    ],
    test: (name) => [
      `func Test${name}(t *testing.T) {`,
      `\tgot, err := ${name}(3)`,
      "\trequire.NoError(t, err)",
      "\tassert.Equal(t, 3, got)",
      "}",
      "",
    ],
  },
  {
    ending: "ts",
    testName: (name) => `${name}.test.ts`,
    head: ['import { check } from "./check.ts";', ""],
    body: (name) => [
      `export function ${name}(input: number): number {`,
      "  check(input >= 0);",
      "  const doubled = input * 2;",
      "  return doubled - input;",
      "}",
      "",
    ],
    test: (name) => [
      `describe("${name}", () => {`,
      '  it("gives what it was given", () => {',
      `    expect(${name}(3)).toBe(3);`,
      "  });",
      "});",
      "",
    ],
  },
  {
    ending: "py",
    testName: (name) => `test_${name}.py`,
    head: ["import math", ""],
    body: (name) => [
      `def ${name}(value):`,
      "    if value < 0:",
      `        raise ValueError("${name}")`,
      "    return math.floor(value)",
      "",
    ],
    test: (name) => [`def test_${name}():`, `    assert ${name}(3) == 3`, ""],
  },
];

const blockOf = (tongue: Tongue, isTest: boolean, name: string): readonly string[] =>
  isTest ? tongue.test(name) : tongue.body(name);

/** A new file of so many lines or a few more. */
export function makeText(tongue: Tongue, isTest: boolean, lines: number): string[] {
  const made = [...tongue.head];
  for (let count = 0; made.length < lines; count += 1) {
    made.push(...blockOf(tongue, isTest, `part${count}`));
  }
  return made;
}

type Edit = { readonly tongue: Tongue; readonly isTest: boolean; readonly mark: string };

/** A file edited as a change edits it: a few lines near each other are others, and a block is new there. */
export function editText(
  text: readonly string[],
  { tongue, isTest, mark }: Edit,
  random: Random,
): string[] {
  const edited = [...text];
  const remark = `${tongue.ending === "py" ? "#" : "//"} ${mark}`;
  const from = tongue.head.length + random.below(edited.length - tongue.head.length);
  for (let count = 1 + random.below(6); count > 0; count -= 1) {
    const at = Math.min(from + random.below(NEAR), edited.length - 1);
    edited[at] = `${edited[at]?.slice(0, WIDE)} ${remark}.${count}`;
  }
  if (random.below(2) === 0) edited.splice(from, 0, ...blockOf(tongue, isTest, `added${mark}`));
  return edited;
}

/** The locked versions of so many packages, as a file of them looks. */
export const makeLock = (packages: number): string[] =>
  Array.from({ length: packages }, (_, at) => lockOf(at, 0)).flat();

/** The same with a few packages at another version. */
export function editLock(lock: readonly string[], version: number, random: Random): string[] {
  const edited = [...lock];
  for (let count = 1 + random.below(8); count > 0; count -= 1) {
    const at = random.below(lock.length / LOCK_LINES);
    edited.splice(at * LOCK_LINES, LOCK_LINES, ...lockOf(at, version));
  }
  return edited;
}

function lockOf(at: number, version: number): readonly string[] {
  const digest = `${at * 7919 + version}`.repeat(8);
  return [
    `"@scope${at % 30}/package-${at}@^${version}.0.0":`,
    `  version: ${version}.${at % 50}.0`,
    `  checksum: ${digest}`,
    "  dependencies:",
    `    package-${(at * 31) % 1000}: ^1.${at % 9}.0`,
    "",
  ];
}
