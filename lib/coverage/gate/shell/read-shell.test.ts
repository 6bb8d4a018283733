import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readScript } from "./read-script.ts";
import { readShell } from "./read-shell.ts";

const laid = (text: string) =>
  readShell(text).map(({ words, block, line }) => [words.join(" "), block?.kind ?? "", line]);

describe("the commands of a script", () => {
  test.each([
    [
      "conditions",
      "if a; then\n  b\nelif c; then\n  d\nelse\n  e\nfi",
      [
        ["a", "if", 0],
        ["b", "then", 1],
        ["c", "if", 2],
        ["d", "then", 3],
        ["e", "else", 5],
      ],
    ],
    [
      "loops and functions",
      'f() {\n  a "$1"\n}\nfor x in 1 2; do f "$x"; done',
      [
        ['a "$1"', "function", 1],
        ['f "$x"', "loop", 3],
      ],
    ],
    [
      "lines that are joined",
      "a \\\n  b \\\n  && c\nd",
      [
        ["a b", "", 0],
        ["c", "", 0],
        ["d", "", 3],
      ],
    ],
    [
      "a document",
      "a <<EOF\nb\nEOF\nc",
      [
        ["a", "", 0],
        ["c", "", 3],
      ],
    ],
    [
      "a test",
      '[[ -n "$A" && $B == x ]] && c',
      [
        ['[[ -n "$A" && $B == x ]]', "", 0],
        ["c", "", 0],
      ],
    ],
    ["a comment behind it", "a b # c", [["a b", "", 0]]],
  ])("%s", (_name, text, expected) => {
    expect(laid(text)).toEqual(expected);
  });

  test("text, assignments, redirections and pipes are kept as they are written", () => {
    const [first, second] = readShell('A="x y" b "$C" > log 2>&1 | d # e');
    expect(first).toMatchObject({
      text: 'A="x y" b "$C" > log 2>&1',
      assignments: ['A="x y"'],
      words: ["b", '"$C"'],
      redirections: [">log", "2>&1"],
      piped: true,
    });
    expect(second).toMatchObject({ text: "d", before: "|", piped: false });
  });
});

describe("a text that is no whole script", () => {
  test.each([
    ["an `if` that nothing ends", "if a\nb\nc", ["b", "c"]],
    ["a bracket that nothing opens", "a )\nb", ["a", "b"]],
    ["a word of another shell", "select x in a; do b; done\nc", ["c"]],
    ["an open quote", "a\nb 'c", ["a"]],
  ])("%s keeps the commands around it", (_name, text, expected) => {
    expect(readScript(text)).toBeNull();
    expect(readShell(text).map(({ words }) => words.join(" "))).toEqual(
      expect.arrayContaining(expected),
    );
  });

  test("whatever it is, there is no error, and every block holds its commands", () => {
    const sign = fc.constantFrom(
      ..."if;then;fi;for x in;do;done;case x in;esac;a;b);{;};(;);&&;|;';\";$(;<<E;[[;]]".split(
        ";",
      ),
      ";",
      "\n",
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
        const commands = readShell(signs.join(" "));
        for (const [index, { block }] of commands.entries())
          for (let here = block; here; here = here.outer) {
            expect(here.start).toBeLessThanOrEqual(index);
            expect(here.end).toBeGreaterThan(index);
          }
      }),
      { numRuns: 300 },
    );
  });
});
