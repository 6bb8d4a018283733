import { describe, expect, test } from "vitest";
import { judgeMask, maskReason } from "./mask.ts";

const mask = (text: string, more: { continueOnError?: boolean; shell?: string } = {}) =>
  maskReason({ text, workingDirectory: "", continueOnError: false, ...more });

describe("a failing test cannot fail the step", () => {
  test.each([
    ["|| true", "go test ./... || true"],
    ["|| :", "go test ./... || :"],
    ["|| echo", "npx playwright test || echo failed"],
    ["|| exit 0", "pytest tests || exit 0"],
    ["|| true over two lines", "go test ./... \\\n  || true"],
    ["|| true around a group", "{\n  go test ./...\n  pytest tests\n} || true"],
    ["|| true around a subshell", "(cd a && go test ./...) || true"],
    ["|| with a warning in braces", 'go test ./... || {\n  echo "::warning::x"\n}'],
    ["a kept result that nobody reads", "rc=0\ngo test ./... || rc=$?\necho $rc"],
    ["set +e and nothing after", "set +e\nbash tests/e2e/test_a.sh\necho done"],
    ["set +e among others", "set -x +e\nbash tests/e2e/test_a.sh\necho done"],
    ["exit 0 at the end", "bash tests/e2e/test_a.sh || echo x\nexit 0"],
    ["exit 0 after set +e", "set +e\ngo test ./...\nexit 0"],
    ["exit 0 at the start", "exit 0\ngo test ./..."],
    ["exit 0 on the line", "go test ./...; exit 0"],
    ["; true at the end", "go test ./...; true"],
    ["; : at the end", "npm ci\nnpx playwright test e2e; :"],
    ["a pipe", "go test ./... | tee log"],
    ["a pipe with its error output", "go test ./... 2>&1 | tee log"],
    ["a pipe of a group", "{ go test ./...; } |& grep -v noise"],
    ["a pipe once pipefail is taken back", "set +o pipefail\ngo test ./... | tee log"],
    ["a substitution that is printed", 'echo "$(go test ./...)"'],
    ["a substitution in a declaration", "export OUT=$(go test ./...)"],
    ["a choice without consequence", "if go test ./...; then\n  echo ok\nelse\n  echo bad\nfi"],
    ["a failure that is turned around", "! go test ./...\necho ok"],
    ["the background", "go test ./... &\nwait"],
    ["a loop that ends with the last try", "for i in 1 2 3; do go test ./... && break; done\necho"],
    ["a function that swallows it", "run() {\n  go test ./... || return 0\n}\nrun"],
    ["a branch that is not always taken", 'if [ -n "$A" ]; then go test ./... || true; fi'],
    ["a trap that says exit 0", "trap 'exit 0' EXIT\ngo test ./..."],
    ["every test", "go test ./a || true\npytest tests || true"],
    ["a masked linter", "golangci-lint run || true"],
  ])("%s", (_name, text) => {
    expect(mask(text)).not.toBeNull();
  });

  test("continue-on-error of the step", () => {
    const step = { continueOnError: true };
    expect(mask("go test ./...", step)).toBe("the step has continue-on-error");
  });
});

describe("the reason names what swallows the failure", () => {
  test.each([
    ["go test ./... || true", "its failure is swallowed by || true"],
    ["set +e\ngo test ./...\necho", "set +e lets the script go on after a failure"],
    ["exit 0\ngo test ./...", "the script always ends with exit 0"],
    ["go test | tee log", "its failure is lost in the pipe to tee log (no pipefail)"],
    ["go test &\nwait", "it runs in the background, and nothing waits for its result"],
  ])("%j: %s", (text, expected) => {
    expect(mask(text)).toBe(expected);
  });
});

describe("it only looks masked", () => {
  test.each([
    ["a clean-up line", "go test ./...\ndocker rm -f x || true"],
    ["a clean-up line before", "docker rm -f x 2>/dev/null || true\ngo test ./..."],
    ["a printed mask", 'go test ./...\necho "|| true"'],
    ["one of two tests", "go test ./a || true\ngo test ./b"],
    ["set +e taken back", "set +e\nfoo\nset -e\ngo test ./..."],
    ["set +e with the result kept", 'set +e\ngo test ./...\nrc=$?\nexit "$rc"'],
    [
      "a kept result and more work",
      "set +e\ngo test ./...\nrc=$?\ncat log || true\nif [ -f x ]; then\n  rm x\nfi\nexit $rc",
    ],
    [
      "a kept result that is asked",
      "go test ./... || rc=$?\nif [ ${rc:-0} -ne 0 ]; then exit 1; fi",
    ],
    ["a counted failure", "bad=0\ngo test ./... || bad=$((bad+1))\nexit $bad"],
    ["a flag", 'ok=1\ngo test ./... || ok=0\n[ "$ok" = 1 ]'],
    ["a negated test that exits", "if ! go test ./...; then\n  echo bad\n  exit 1\nfi"],
    ["an exit in the other branch", "if go test ./...; then echo ok; else exit 1; fi"],
    ["a trap that cleans up", "trap 'rm -rf x' EXIT\ngo test ./..."],
    ["a trap that calls a function", "clean() { docker rm x || true; }\ntrap clean EXIT\ngo test"],
    ["a count before a check", 'n=$(grep -c FAIL log || true)\ngo test ./...\n[ "$n" = 0 ]'],
    ["output that is looked into", "go test > log || true\nif grep -q FAIL log; then exit 1; fi"],
    ["; true where set -e ends the script before it", "set -eu\ngo test ./...; true"],
    ["exit 0 after the failure was asked", "if ! go test; then exit 1; fi\nexit 0"],
    ["exit 0 after a kept result", "set +e\ngo test\nrc=$?\n[ $rc = 0 ] || exit 1\nexit 0"],
    ["exit 0 where set -e ends the script before it", "set -e\ngo test\nexit 0"],
    ["true after a test that passed", "go test ./... && true"],
    ["a printed ; true", 'go test ./...; echo "; true"'],
    ["a conditional exit 0", 'if [ -z "$K" ]; then\n  exit 0\nfi\ngo test ./...'],
    ["a guarded exit 0", '[ -z "$K" ] && exit 0\ngo test ./...'],
    ["an exit 0 of a subshell", "(exit 0)\ngo test ./..."],
    ["an exit 0 in a document", "cat <<EOF\nexit 0\nEOF\ngo test ./..."],
    ["a rescue that fails", "go test ./... || exit 1"],
    ["a rescue that fails later", "go test ./... || { cat log; exit 1; }"],
    ["a second try", "go test ./... || go test ./..."],
    ["tries that run out", "for i in 1 2; do go test && exit 0; done\nexit 1"],
    ["a pipe with pipefail", "set -o pipefail\ngo test ./... | tee log"],
    ["a pipe with its status asked", "go test | tee log\nexit ${PIPESTATUS[0]}"],
    ["a test at the end of a pipe", "cat cases | pytest tests"],
    ["a substitution that is kept", "out=$(go test ./...)\necho $out"],
    ["a background that is waited for", "go test ./... &\npid=$!\nwait $pid"],
    ["a function that is called", "run() { go test ./...; }\nrun"],
    ["a function that nobody calls here", "run() { go test ./...; }\nretry 3 run"],
    ["a loop until it passes", "until go test ./...; do sleep 1; done"],
    ["loops before it", "while ! curl x; do sleep 1; done\ngo test ./..."],
    ["nothing is tested", "curl x || true"],
  ])("%s", (_name, text) => {
    expect(mask(text)).toBeNull();
  });

  test("continue-on-error of a step that checks nothing", () => {
    expect(mask("docker rm -f x", { continueOnError: true })).toBeNull();
  });
});

describe("the shell decides what a pipe does", () => {
  const PIPE = "go test ./... | tee log";
  test.each([
    ["bash", true],
    ["bash --noprofile --norc -eo pipefail {0}", true],
    ["/bin/bash -o pipefail -e {0}", true],
    ["pwsh", true],
    ["python", true],
    ["sh", false],
    ["bash -e {0}", false],
  ])("shell: %s fails with its test: %s", (shell, fails) => {
    expect(mask(PIPE, { shell }) === null).toBe(fails);
  });

  test("a shell without -e goes on", () => {
    expect(mask("go test\necho", { shell: "bash {0}" })).not.toBeNull();
    expect(mask("set -e\ngo test\necho", { shell: "bash {0}" })).toBeNull();
  });
});

describe("a step that ends well before it tests", () => {
  const skips = (text: string) =>
    judgeMask({ text, workingDirectory: "", continueOnError: false }).skipsItself;

  test.each([
    ["a missing secret", 'if [ -z "${KEY:-}" ]; then\n  echo skipped\n  exit 0\nfi\ngo test', true],
    ["on one line", '[ -n "$KEY" ] || exit 0\ngo test', true],
    ["a failure instead", '[ -n "$KEY" ] || exit 1\ngo test', false],
    ["after the test", 'go test\nif [ -z "$KEY" ]; then exit 0; fi', false],
    ["a branch around", 'if [ -n "$KEY" ]; then go test; fi', false],
  ])("%s: %s", (_name, text, expected) => {
    expect(skips(text)).toBe(expected);
  });
});
