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
    ],
  ],
  [
    "a redirection is no separator",
    "a 2>&1 | b",
    [
      ["a", ""],
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

test.each([
  ["a document", "cat <<EOF > x.sh\ngo test ./...\nEOF\nb", ["cat", "b"]],
  ["a text of many lines", 'echo "a\ngo test ./..."\nb', ["echo a\ngo test ./...", "b"]],
])("%s holds no commands", (_name, script, expected) => {
  expect(texts(script).map(([text]) => text)).toEqual(expected);
});

test("what is no shell gives odd commands and no error", () => {
  expect(texts("if ($x) {\ngo test ./...\n}").map(([text]) => text)).toContain("go test ./...");
});
