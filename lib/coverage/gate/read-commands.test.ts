import { expect, test } from "vitest";
import { readCommands } from "./read-commands.ts";

const texts = (script: string, directory = "") =>
  readCommands(script, directory).map((command) => [command.words.join(" "), command.directory]);

test.each([
  ["one command", "go test ./...", [["go test ./...", ""]]],
  [
    "separated commands",
    "a && b; c | d",
    [
      ["a", ""],
      ["b", ""],
      ["c", ""],
      ["d", ""],
    ],
  ],
  ["a directory that is entered", "cd canvas\nnpx vitest", [["npx vitest", "canvas"]]],
  [
    "a subshell's directory ends with it",
    "(cd canvas && a)\nb",
    [
      ["a", "canvas"],
      ["b", ""],
    ],
  ],
  ["a long line", "go test \\\n  ./pkg", [["go test ./pkg", ""]]],
  ["comments", "# no\na # no && b", [["a", ""]]],
  ["separators in quotes", `echo "a && b" 'c; d'`, [["echo a && b c; d", ""]]],
  ["assignments and wrappers", "A=1 B='x y' timeout 30 sudo a b", [["a b", ""]]],
  [
    "conditions",
    "if a; then b; fi",
    [
      ["a", ""],
      ["b", ""],
      ["fi", ""],
    ],
  ],
  [
    "a redirection is no separator",
    "a 2>&1 | b",
    [
      ["a 2>&1", ""],
      ["b", ""],
    ],
  ],
  ["an expression of the forge", "a ${{ b || c }}", [["a ${{ b || c }}", ""]]],
  ["the workspace", 'bash "$GITHUB_WORKSPACE/x.sh"', [["bash /./x.sh", ""]]],
])("%s", (_name, script, expected) => {
  expect(texts(script)).toEqual(expected);
});

test("a loop over names runs its command on each", () => {
  expect(texts('for t in a.sh b.sh; do bash "$t"; done', "x")).toContainEqual([
    "bash a.sh b.sh",
    "x",
  ]);
});

test("what rescues a failure is kept, with its line", () => {
  const [, command] = readCommands("true\ngo test ./... || true", "");
  expect([command?.rescue, command?.line]).toEqual(["true", 1]);
});
