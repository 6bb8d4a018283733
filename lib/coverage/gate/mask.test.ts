import { describe, expect, test } from "vitest";
import { maskReason } from "./mask.ts";

const mask = (text: string, continueOnError = false) =>
  maskReason({ text, workingDirectory: "", continueOnError });

describe("a failing test cannot fail the step", () => {
  test.each([
    ["|| true", "go test ./... || true"],
    ["|| :", "go test ./... || :"],
    ["|| echo", "npx playwright test || echo failed"],
    ["|| exit 0", "pytest tests || exit 0"],
    ["set +e and nothing after", "set +e\nbash tests/e2e/test_a.sh\necho done"],
    ["exit 0 at the end", "bash tests/e2e/test_a.sh\nexit 0"],
    ["exit 0 at the start", "exit 0\ngo test ./..."],
    ["exit 0 on the line", "go test ./...; exit 0"],
    ["; true at the end", "go test ./...; true"],
    ["; : at the end", "npm ci\nnpx playwright test e2e; :"],
    ["a masked linter", "golangci-lint run || true"],
  ])("%s", (_name, text) => {
    expect(mask(text)).not.toBeNull();
  });

  test("continue-on-error of the step", () => {
    expect(mask("go test ./...", true)).toBe("the step has continue-on-error");
  });
});

describe("it only looks masked", () => {
  test.each([
    ["a clean-up line", "go test ./...\ndocker rm -f x || true"],
    ["a printed mask", 'go test ./...\necho "|| true"'],
    ["one of two tests", "go test ./a || true\ngo test ./b"],
    ["set +e taken back", "set +e\nfoo\nset -e\ngo test ./..."],
    ["set +e with the result kept", 'set +e\ngo test ./...\nrc=$?\nexit "$rc"'],
    ["; true where set -e ends the script before it", "set -eu\ngo test ./...; true"],
    ["true after a test that passed", "go test ./... && true"],
    ["a printed ; true", 'go test ./...; echo "; true"'],
    ["a conditional exit 0", 'if [ -z "$K" ]; then\n  exit 0\nfi\ngo test ./...'],
    ["a guarded exit 0", '[ -z "$K" ] && exit 0\ngo test ./...'],
    ["a rescue that fails", "go test ./... || exit 1"],
    ["nothing is tested", "curl x || true"],
  ])("%s", (_name, text) => {
    expect(mask(text)).toBeNull();
  });

  test("continue-on-error of a step that checks nothing", () => {
    expect(mask("docker rm -f x", true)).toBeNull();
  });
});
