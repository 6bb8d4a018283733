import { describe, expect, test } from "vitest";
import { empty, type Files, gateOf, job, selected } from "./testing/following.ts";

const TESTS = empty(
  "tests/e2e/test_a.sh",
  "tests/e2e/test_b.sh",
  "tests/e2e/_lib.sh",
  "go.mod",
  "a/a_test.go",
  "b/b_test.go",
);
const A = "tests/e2e/test_a.sh";
const B = "tests/e2e/test_b.sh";
const script = (text: string): Files => ({ ...TESTS, "hack/run.sh": text });

describe("a script is followed", () => {
  test.each([
    ["what it calls", "#!/bin/bash\nset -e\ngo test ./a", "bash hack/run.sh", ["a/a_test.go"]],
    ["called by its path", "#!/bin/bash\ngo test ./a", "./hack/run.sh", ["a/a_test.go"]],
    ["its first argument", 'go test "./$1"', "hack/run.sh b", ["b/b_test.go"]],
    [
      "all of its arguments",
      'go test "$@"',
      "hack/run.sh -v ./a ./b",
      ["a/a_test.go", "b/b_test.go"],
    ],
    [
      "a variable that it is given",
      "go test ${PACKAGES:-./a}",
      "PACKAGES=./b hack/run.sh",
      ["b/b_test.go"],
    ],
    ["a variable with a usual value", "go test ${PACKAGES:-./a}", "hack/run.sh", ["a/a_test.go"]],
    ["from its own folder", 'cd "$(dirname "$0")/.."\ngo test ./a', "hack/run.sh", ["a/a_test.go"]],
    [
      "from its own folder, the long way",
      'DIR="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"\nbash "$DIR/../tests/e2e/test_a.sh"',
      "hack/run.sh",
      [A],
    ],
    ["a function", 'run() {\n  go test "./$1"\n}\nrun a', "hack/run.sh", ["a/a_test.go"]],
    ["a function that nobody calls", "run() {\n  go test ./a\n}\necho done", "hack/run.sh", []],
    [
      "a branch of case",
      'case "$1" in\n  one) go test ./a ;;\n  *) go test ./b ;;\nesac',
      "hack/run.sh one",
      ["a/a_test.go"],
    ],
    [
      "the other branch",
      'case "$1" in\n  one) go test ./a ;;\n  *) go test ./b ;;\nesac',
      "hack/run.sh two",
      ["b/b_test.go"],
    ],
    [
      "a condition that can be told",
      'if [ "${FAST:-}" = "" ]; then go test ./a; else go test ./b; fi',
      "hack/run.sh",
      ["a/a_test.go"],
    ],
    [
      "both sides of one that cannot",
      "if curl -sf x; then go test ./a; else go test ./b; fi",
      "hack/run.sh",
      ["a/a_test.go", "b/b_test.go"],
    ],
    ["nothing behind its end", "exit 0\ngo test ./a", "hack/run.sh", []],
    [
      "no text that is only printed",
      "cat <<EOF\ngo test ./a\nEOF\necho 'go test ./b'",
      "hack/run.sh",
      [],
    ],
    ["a script that it reads in", "source hack/more.sh\nrun_all", "hack/run.sh", ["a/a_test.go"]],
    [
      "members of a list",
      'PARTS=(a b)\nfor p in "${PARTS[@]}"; do go test "./$p"; done',
      "hack/run.sh",
      ["a/a_test.go", "b/b_test.go"],
    ],
  ])("%s", (_name, text, step, expected) => {
    const files = { ...script(text), "hack/more.sh": "run_all() {\n  go test ./a\n}" };
    expect(selected(files, step)).toEqual(expected);
  });
});

describe("loops and lists of files", () => {
  test.each([
    ["a glob", 'for t in tests/e2e/test_*.sh; do bash "$t"; done', [A, B]],
    ["names", `for t in ${A}; do bash "$t" || exit 1; done`, [A]],
    ["find and xargs", "find tests/e2e -name 'test_*.sh' -print0 | xargs -0 -n1 bash", [A, B]],
    ["find -exec", "find tests/e2e -name 'test_a.sh' -exec bash {} \\;", [A]],
    [
      "find and while",
      "find tests -name 'test_*.sh' | grep -v test_b | while read -r f; do bash \"$f\"; done",
      [A],
    ],
    [
      "while on a substitution",
      "while read -r f; do bash \"$f\"; done < <(find tests -name 'test_a*.sh')",
      [A],
    ],
    ["ls", 'for t in $(ls tests/e2e/test_a.sh); do bash "$t"; done', [A]],
    [
      "files that git knows",
      'for t in $(git ls-files "tests/e2e/test_b.sh"); do bash "$t"; done',
      [B],
    ],
    ["a linter runs nothing", "find tests/e2e -name '*.sh' | xargs shellcheck", []],
    ["a parse runs nothing", "bash -n tests/e2e/test_a.sh", []],
    ["what is known only in the run", 'bash "tests/e2e/$NAME.sh"', [`${A}?`, `${B}?`]],
    ["a container", `docker run --rm image bash -c "bash ${A}"`, [A]],
    ["a folder that the branch does not have", "git clone x other\ncd other\ngo test ./...", []],
    ["steps up", `cd a && bash ../${A}`, [A]],
    ["the folder above the repository", "cd .. && bash tests/e2e/test_a.sh", []],
  ])("%s", (_name, step, expected) => {
    expect(selected(TESTS, step)).toEqual(expected);
  });
});

describe("make, just and task", () => {
  const makefile = (text: string): Files => ({ ...TESTS, Makefile: text });
  test.each([
    ["a target", "test:\n\tgo test ./a\n", "make test", ["a/a_test.go"]],
    ["the first target", "all: test\ntest:\n\tgo test ./a\n", "make", ["a/a_test.go"]],
    [
      "what a target needs",
      "ci: unit other\nunit:\n\tgo test ./a\nother:\n\tgo test ./b\n",
      "make ci",
      ["a/a_test.go", "b/b_test.go"],
    ],
    [
      "variables",
      "GO ?= go\nPKGS := ./a ./b\ntest:\n\t$(GO) test $(PKGS)\n",
      "make test",
      ["a/a_test.go", "b/b_test.go"],
    ],
    [
      "a variable of the call",
      "PKGS ?= ./a\ntest:\n\tgo test ${PKGS}\n",
      "make test PKGS=./b",
      ["b/b_test.go"],
    ],
    [
      "a filtered list",
      "PKGS = $(filter-out ./b,./a ./b)\ntest:\n\tgo test $(PKGS)\n",
      "make test",
      ["a/a_test.go"],
    ],
    [
      "a list that go gives",
      "PKGS = $(shell go list ./... | grep -v /b)\ntest:\n\tgo test $(PKGS)\n",
      "make test",
      ["a/a_test.go"],
    ],
    [
      "a condition",
      "ifeq ($(FULL),true)\nP = ./a ./b\nelse\nP = ./a\nendif\ntest:\n\tgo test $(P)\n",
      "make test FULL=true",
      ["a/a_test.go", "b/b_test.go"],
    ],
    ["a pattern", "test-%:\n\tgo test ./$*\n", "make test-b", ["b/b_test.go"]],
    [
      "a function",
      "define go-test\n\tgo test $(1)\nendef\ntest:\n\t$(call go-test,./a)\n",
      "make test",
      ["a/a_test.go"],
    ],
    ["an included file", "include more.mk\n", "make test", ["b/b_test.go"]],
    ["make again", "test:\n\t$(MAKE) unit\nunit:\n\tgo test ./a\n", "make test", ["a/a_test.go"]],
    [
      "a line that goes on",
      'test:\n\tif test "$(X)" = ""; then \\\n\t\tgo test ./a; \\\n\telse \\\n\t\tgo test ./b; \\\n\tfi\n',
      "make test",
      ["a/a_test.go"],
    ],
    [
      "a variable handed to a script",
      "test:\n\tPACKAGES=`go list ./... | grep -v b` ./hack/run.sh -args -x\n",
      "make test",
      ["a/a_test.go"],
    ],
    ["a dry run", "test:\n\tgo test ./a\n", "make -n test", []],
    ["targets in a circle", "a: b\nb: a\n\tgo test ./a\n", "make a", ["a/a_test.go"]],
  ])("%s", (_name, text, step, expected) => {
    const files = {
      ...makefile(text),
      "more.mk": "test:\n\tgo test ./b\n",
      "hack/run.sh": 'go test $PACKAGES "$@"',
    };
    expect(selected(files, step)).toEqual(expected);
  });

  test.each([
    [
      "just",
      "justfile",
      'dir := "a"\n\n# tests\ntest: build\n    @go test ./{{dir}}\n\nbuild:\n    go build ./...\n',
      "just test",
    ],
    ["just with an argument", "justfile", "test name:\n    go test ./{{name}}\n", "just test a"],
    [
      "task",
      "Taskfile.yml",
      "version: '3'\ntasks:\n  test:\n    deps: [unit]\n  unit:\n    cmds:\n      - go test ./a\n",
      "task test",
    ],
    [
      "task in a folder",
      "Taskfile.yml",
      "tasks:\n  test:\n    dir: a\n    cmds: [go test .]\n",
      "task test",
    ],
  ])("%s", (_name, file, text, step) => {
    expect(selected({ ...TESTS, [file]: text }, step)).toEqual(["a/a_test.go"]);
  });
});

describe("what cannot be resolved is a finding", () => {
  test.each([
    [
      "a target",
      { Makefile: "test:\n\ttrue\n" },
      "make e2e",
      "It runs `make e2e`, target not found in Makefile.",
    ],
    ["a Makefile", {}, "make e2e", "It runs `make e2e`, and there is no Makefile."],
    [
      "a script of a package",
      { "package.json": "{}" },
      "npm run e2e",
      "It runs `npm run e2e`, no such script in package.json.",
    ],
    [
      "a script file",
      {},
      "bash tests/e2e/run_e2e.sh",
      "It runs `tests/e2e/run_e2e.sh`, and there is no such file.",
    ],
    [
      "a recipe",
      { justfile: "a:\n    true\n" },
      "just e2e",
      "It runs `just e2e`, e2e not found in justfile.",
    ],
    ["a variable", {}, "npx playwright test $SPEC", "What `…` names cannot be told from the file."],
    [
      "a way through a script",
      { "hack/run.sh": "make e2e", Makefile: "" },
      "hack/run.sh",
      "It runs `make e2e`, target not found in Makefile (hack/run.sh:1).",
    ],
  ])("%s", (_name, files, step, message) => {
    const { findings } = gateOf({ ...files, "e2e/a.spec.ts": "" }, job([step]));
    expect(
      findings.filter(({ kind }) => kind === "unresolved_tests").map((each) => each.message),
    ).toContain(message);
  });

  test("what is no test may be missing", () => {
    expect(gateOf({}, job(["make install-tools\nnpm run lint"])).findings).toEqual([]);
  });
});

describe("masks on the way", () => {
  const MASKED: readonly (readonly [string, Files, string?])[] = [
    ["|| true in a script", { "hack/run.sh": "set -e\ngo test ./a || true" }],
    ["set +e in a script", { "hack/run.sh": "set +e\ngo test ./a\necho done" }],
    ["no set -e and more behind it", { "hack/run.sh": "go test ./a\necho done" }],
    ["a pipe without pipefail", { "hack/run.sh": "set -e\ngo test ./a | tee log" }],
    ["the call of the script", { "hack/run.sh": "go test ./a" }, "hack/run.sh || true"],
    ["a dash in front of a recipe's line", { Makefile: "test:\n\t-go test ./a\n" }, "make test"],
    [
      "|| true in a script of a package",
      { "package.json": '{"scripts":{"test":"go test ./a || true"}}' },
      "npm test",
    ],
    ["; exit 0", { "package.json": '{"scripts":{"test":"go test ./a; exit 0"}}' }, "npm test"],
  ];
  test.each(MASKED.map(([name, files, step]) => ({ name, files, step })))("$name", (each) => {
    const { files, step = "hack/run.sh" } = each;
    const gate = gateOf({ ...TESTS, ...files }, job([step]));
    expect(gate.testPaths).toEqual(["a/*_test.go"]);
    expect(gate.masked).toBe(true);
  });

  test.each([
    ["a clean-up line", "set -e\ngo test ./a\ndocker rm -f x || true"],
    ["the last command", "echo start\ngo test ./a"],
    ["a kept result", "go test ./a\nrc=$?\necho done\nexit $rc"],
    ["pipefail", "set -eo pipefail\ngo test ./a | tee log"],
    ["a failure that ends it", "go test ./a || exit 1\necho done"],
  ])("none by %s", (_name, text) => {
    expect(gateOf({ ...TESTS, "hack/run.sh": text }, job(["hack/run.sh"])).masked).toBe(false);
  });

  test("the way is told", () => {
    const files = {
      ...TESTS,
      Makefile: "x:\n\ntest:\n\t./hack/run.sh\n",
      "hack/run.sh": "#!/bin/sh\ngo test ./a",
    };
    expect(gateOf(files, job(["make test"])).runs[0]?.selections?.[0]?.via).toEqual([
      { path: "Makefile", line: 4 },
      { path: "hack/run.sh", line: 2 },
    ]);
  });
});
