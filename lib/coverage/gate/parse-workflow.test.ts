import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readGates } from "./read-gates.ts";

const read = (text: string) => readGates([{ path: ".github/workflows/a.yml", text }]);
describe("what no forge would run is a finding", () => {
  test.each([
    ["brackets ten thousand deep", `jobs: ${"[".repeat(10_000)}${"]".repeat(10_000)}`],
    ["maps ten thousand deep", `jobs: ${"{a: ".repeat(10_000)}${"}".repeat(10_000)}`],
    [
      "lists of lines, ten thousand deep",
      Array.from({ length: 3000 }, (_, at) => `${" ".repeat(at)}a:`).join("\n"),
    ],
    ["a file of two million signs", `jobs:\n  a: {}\n${"# x\n".repeat(500_000)}`],
    ["an alias without anchor", "jobs: *a"],
    ["tabs", "jobs:\n\ta: {}"],
    ["half a file", "on: push\njobs:\n  a: {steps: ["],
  ])("%s", (_name, text) => {
    const { findings } = read(text);
    const deep = findings.length > 0 || text.startsWith("a:");
    expect(deep).toBe(true);
  });

  test("aliases that multiply", () => {
    const level = (at: number) =>
      `k${at}: &a${at} [${Array(9)
        .fill(at === 0 ? "x" : `*a${at - 1}`)
        .join(", ")}]`;
    const text = `${Array.from({ length: 12 }, (_, at) => level(at)).join("\n")}\njobs:\n  a: {}\n`;
    expect(read(text)).toMatchObject({ gates: [], findings: [{ kind: "broken_workflow" }] });
  });

  test("merge keys that multiply", () => {
    const level = (at: number) =>
      `k${at}: &a${at}\n  <<: [${Array(9)
        .fill(`*a${at - 1}`)
        .join(", ")}]\n  x${at}: 1`;
    const text = `k0: &a0 {x: 1}\n${Array.from({ length: 8 }, (_, at) => level(at + 1)).join("\n")}\njobs:\n  a: {}\n`;
    expect(read(text).findings.length + read(text).gates.length).toBe(1);
  });
});

describe("odd but valid", () => {
  test.each([
    [
      "an anchor and an alias",
      "on: push\njobs:\n  a: &a\n    steps:\n      - run: go test ./...\n  b: *a\n",
      2,
    ],
    [
      "a merge key",
      "on: push\nx: &x\n  steps:\n    - run: go test ./...\njobs:\n  a:\n    <<: *x\n",
      1,
    ],
    ["on: null", "on:\njobs:\n  a: {}\n", 1],
    ["numbers as keys", "1: 2\non: {3: 4}\njobs:\n  5: {6: 7}\n", 1],
    ["jobs as a list", "on: push\njobs: [a, b]\n", 0],
    ["jobs as an alias", "x: &x\n  a: {}\non: push\njobs: *x\n", 1],
    ["a null byte", 'on: push\njobs:\n  a: {name: "\\0"}\n', 1],
    ["two documents", "on: push\njobs:\n  a: {}\n---\njobs: {}\n", 0],
    ["filters that are maps", "on: {push: {branches: {a: b}, paths: 3}}\njobs:\n  a: {}\n", 1],
    ["needs that are maps", "on: push\njobs:\n  a: {needs: {b: c}, if: [1], strategy: 3}\n", 1],
  ])("%s", (_name, text, jobs) => {
    expect(read(text).gates).toHaveLength(jobs);
  });

  test("a step of an aliased job keeps its line", () => {
    const text = "on: push\njobs:\n  a: &a\n    steps:\n      - run: go test ./...\n  b: *a\n";
    expect(read(text).gates.map((gate) => gate.runs.map(({ line }) => line))).toEqual([[5], [5]]);
  });
});

describe("whatever a file holds, it is read or refused", () => {
  const token = fc.constantFrom(
    "on:",
    "jobs:",
    "a:",
    "steps:",
    "- run: ",
    "if: ",
    "needs: ",
    "uses: ./.github/workflows/a.yml",
    "&x",
    "*x",
    "<<: *x",
    "[",
    "]",
    "{",
    "}",
    "|",
    ">-",
    "'",
    '"',
    "#",
    "!!binary",
    "---",
    "? ",
    ": ",
    "${{",
    "}}",
    "go test || true",
    "if",
    "fi",
    "$(",
    ")",
    "`",
    "<<EOF",
    "EOF",
    "((",
    "case x in",
    ";;",
    "\n",
    "\n  ",
    "\n    ",
    "\n      ",
    "\t",
    "\0",
    "🙂",
    "\\",
    "0x1",
    "null",
    "matrix:",
    "include:",
  );

  test("of tokens", () => {
    fc.assert(
      fc.property(fc.array(token, { maxLength: 60 }), (tokens) => {
        const { gates, findings } = read(tokens.join(""));
        expect(gates.length + findings.length).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });

  test("of bytes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(() => read(text)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  test("of values where others are expected", () => {
    const key = fc.constantFrom(
      "steps",
      "if",
      "needs",
      "uses",
      "strategy",
      "matrix",
      "include",
      "run",
      "env",
      "name",
      "shell",
      "continue-on-error",
      "parallel",
      "defaults",
      "with",
      "id",
    );
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom<unknown>(
          null,
          true,
          0,
          "x",
          "${{ x }}",
          "always()",
          "exit 0",
          "go test | tee x",
        ),
        fc.array(tie("any"), { maxLength: 3 }),
        fc.dictionary(key, tie("any"), { maxKeys: 5 }),
      ),
    })).any;
    fc.assert(
      fc.property(value, value, value, (on, job, other) => {
        const text = JSON.stringify({ on, jobs: { a: job, b: other } });
        expect(read(text).gates).toHaveLength(2);
      }),
      { numRuns: 1000 },
    );
  });

  test("of a script of any kind", () => {
    fc.assert(
      fc.property(fc.array(token, { maxLength: 80 }), (tokens) => {
        const run = `go test ./...\n${tokens.join(" ")}`;
        const text = JSON.stringify({ on: "push", jobs: { a: { steps: [{ run }] } } });
        expect(read(text).gates).toHaveLength(1);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("what is large stays quick", () => {
  const job = (run: string) => JSON.stringify({ on: "push", jobs: { a: { steps: [{ run }] } } });
  test.each([
    ["a line of nearly a million signs", job(`echo ${"x".repeat(900_000)}; go test ./... || true`)],
    ["a hundred thousand quotes", job(`${"'\"".repeat(100_000)} go test`)],
    ["substitutions without end", job("$(".repeat(100_000))],
    [
      "branches that multiply",
      job(`${'if [ "$A" ]; then x=1; else x=2; fi\n'.repeat(2000)}go test || true`),
    ],
    [
      "variables that multiply",
      job(
        `${Array.from({ length: 40 }, (_, at) => `if [ "$A${at}" ]; then v${at}=1; fi`).join("\n")}\ngo test || true`,
      ),
    ],
    [
      "loops in loops",
      job(`${"for a in 1 2 3 4 5 6 7 8 9; do ".repeat(30)}go test${"; done".repeat(30)}`),
    ],
    ["a function that calls itself", job("f() { f; f; }\nf\ngo test")],
    [
      "expressions without end",
      JSON.stringify({ on: "push", jobs: { a: { if: "${{ (".repeat(100_000), steps: [] } } }),
    ],
    [
      "ten thousand jobs",
      `on: push\njobs:\n${Array.from({ length: 10_000 }, (_, at) => `  j${at}: {needs: [j${at + 1}]}\n`).join("")}`,
    ],
    ["filters without end", `on: {push: {paths: [${"'**/*a',".repeat(50_000)}]}}\njobs: {a: {}}`],
  ])(
    "%s",
    (_name, text) => {
      expect(read(text).gates.length + read(text).findings.length).toBeGreaterThan(0);
    },
    10_000,
  );
});
