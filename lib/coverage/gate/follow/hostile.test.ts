import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readShell } from "../shell/read-shell.ts";
import { globMatcher } from "./glob-match.ts";
import { linearMatcher } from "./linear-match.ts";
import { readLiteral } from "./read-literal.ts";
import { empty, type Files, gateOf, job, readWith } from "./testing/following.ts";

describe("circles end", () => {
  test.each([
    ["a script that runs itself", { "run.sh": "bash run.sh\ngo test ./a" }, "bash run.sh"],
    ["two scripts", { "run.sh": "bash b.sh", "b.sh": "bash run.sh\ngo test ./a" }, "bash run.sh"],
    [
      "a script with ever more arguments",
      { "run.sh": 'go test ./a\nbash run.sh "$@" x' },
      "bash run.sh",
    ],
    [
      "a script of a package",
      { "package.json": '{"scripts":{"test":"npm test && go test ./a"}}' },
      "npm test",
    ],
    ["make that calls itself", { Makefile: "test:\n\tgo test ./a\n\t$(MAKE) test\n" }, "make test"],
    [
      "an included file that includes itself",
      { Makefile: "include Makefile\ntest:\n\tgo test ./a\n" },
      "make test",
    ],
    [
      "a variable of itself",
      { Makefile: "A = $(A)\nB = $(B) x\ntest: $(A)\n\tgo test ./a $(B)\n" },
      "make test",
    ],
    ["a function that calls itself", { "run.sh": "f() { f; go test ./a; }\nf" }, "bash run.sh"],
    ["a file that reads itself in", { "run.sh": "source run.sh\ngo test ./a" }, "bash run.sh"],
    [
      "an action that uses itself",
      { "x/action.yml": "runs:\n  steps:\n    - uses: ./x\n    - run: go test ./a\n" },
      "uses: ./x",
    ],
  ])("%s", (_name, files, step) => {
    const own: Files = { ...files, "go.mod": "", "a/a_test.go": "" };
    expect(gateOf(own, job([step])).testPaths).toContain("a/*_test.go");
  });
});

test("a way of endless scripts is left where it is too deep, and that is said", () => {
  const files = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [`s${at}.sh`, `bash s${at + 1}.sh`]),
  );
  const { gates, asked } = readWith(files, job(["bash s0.sh"]));
  expect(gates[0]?.findings.map(({ message }) => message)).toContain(
    "It leads through more scripts than are followed.",
  );
  expect(asked).toBeLessThan(12);
});

test("endless wishes for texts end", () => {
  const names = Array.from({ length: 3000 }, (_, at) => `tests/e2e/s${at}_test.go`);
  const { gates } = readWith({ ...empty(...names), "go.mod": "" }, job(["go test ./..."]));
  expect(gates).toHaveLength(1);
});

// Each takes hundredths of a second where time grows with length, and hours where it grows faster.
describe("long texts are read", () => {
  const MEGABYTE = 1_000_000;
  const LONG = [
    "(",
    "$(",
    "${",
    "if ",
    "a;",
    "<<E\n",
    "a=(",
    '"',
    "'",
    "`",
    "a && ",
    "a | ",
    "x() {",
    "[[ ",
    "case a in ",
    "\\\n",
    "a=b ",
    "> x ",
    "elif x; then y; ",
  ];
  test.each(LONG)("a script of %j", (part) => {
    const text = part.repeat(Math.floor(MEGABYTE / part.length / 4));
    expect(readShell(text).length).toBeGreaterThanOrEqual(0);
  });

  test.each(["[", "{", "(", "a.", "a:{", "...a,", "/", "`", "'", "() => ", "const a = b;"])(
    "a configuration of %j",
    (part) => {
      const text = `export default ${part.repeat(200_000)}`;
      expect(readLiteral(text).kind).toBeTypeOf("string");
    },
  );

  test.each([
    "a",
    "$(",
    "\t",
    "x: y\n",
    "ifeq (a,b)\n",
    "define x\n",
    "a = $(a)\n",
    "$(call a,",
    "include x\n",
    "a:b;",
  ])("a Makefile of %j", (part) => {
    const files = { Makefile: part.repeat(Math.floor(200_000 / part.length)) };
    expect(gateOf(files, job(["make test"])).job).toBe("a");
  });
});

test("a tree of a hundred thousand files is gone through once", () => {
  const paths = Array.from({ length: 100_000 }, (_, at) => `p${at % 500}/deep/f${at}.test.ts`);
  const files = { ...empty(...paths), "package.json": '{"scripts":{"test":"vitest run"}}' };
  const gate = gateOf(files, job(["npm test", "npx jest p1/", "npx playwright test"]));
  const [first] = gate.runs[0]?.selections ?? [];
  expect(paths.filter((path) => first?.matches(path))).toHaveLength(100_000);
});

describe("expressions of strangers cost no more than their text", () => {
  test.each(["(a*)*b$", "(a|a)*b", "(a+)+$", "(.*)*x", "(a{1,20}){1,20}b"])("%s", (source) => {
    expect(linearMatcher(source)?.("a".repeat(50_000)) ?? false).toBeTypeOf("boolean");
  });
  test.each(["a(?=b)", "(?!a)", "(a)\\1", "\\bword", "(", "[", "a{1,999}", "*"])(
    "%s is not taken",
    (source) => {
      expect(linearMatcher(source)).toBeNull();
    },
  );
});

test("an expression matches as the language's own does", () => {
  const part = fc.constantFrom(
    "a",
    "b",
    ".",
    "[ab]",
    "[^a]",
    "(?:a|b)",
    "a*",
    "b+",
    "a?",
    "a{1,2}",
    "\\.",
    "\\w",
    "$",
    "^",
  );
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 6 }),
      fc.string({ unit: fc.constantFrom("a", "b", "."), maxLength: 8 }),
      (parts, text) => {
        const source = parts.join("");
        expect(linearMatcher(source)?.(text)).toBe(new RegExp(source).test(text));
      },
    ),
  );
});

test.each([
  ["**/*.{test,spec}.?(c|m)[jt]s?(x)", "a/b.spec.mts", true],
  ["**/*.{test,spec}.?(c|m)[jt]s?(x)", "b.test.tsx", true],
  ["**/*.{test,spec}.?(c|m)[jt]s?(x)", "b.tests.ts", false],
  ["src/**", "src/a/b", true],
  ["a/**/b", "a/b", true],
  ["a/*", "a/b/c", false],
  ["[!a]b", "cb", true],
  ["a.c", "abc", false],
])("the glob %s and %s: %s", (glob, path, fits) => {
  expect(globMatcher(glob)?.(path)).toBe(fits);
});

test("no text makes reading fail", () => {
  const piece = fc.constantFrom(
    "if",
    "then",
    "fi",
    "for",
    "in",
    "do",
    "done",
    "case",
    "esac",
    ";;",
    ")",
    "(",
    "{",
    "}",
    "$(",
    "`",
    '"',
    "'",
    "\n",
    " ",
    "a",
    "|",
    "&&",
    "<<E",
    "E",
    "$1",
    "${a:-b}",
    "\\",
    "go test ./...",
    "make test",
    "npm test",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join(" ");
      const files = {
        "run.sh": text,
        Makefile: text,
        "package.json": JSON.stringify({ scripts: { test: text } }),
        "go.mod": "",
        "a_test.go": "",
      };
      expect(gateOf(files, job(["bash run.sh"])).job).toBe("a");
    }),
    { numRuns: 200 },
  );
});
