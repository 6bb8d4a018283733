import { describe, expect, test } from "vitest";
import { skipsWithout } from "./skips-without.ts";

const skips = (text: string, given: readonly string[] = [], isTest = true) =>
  skipsWithout(text, {
    modes: { errexit: true, pipefail: false },
    isTest,
    isCheck: (command) => command.includes("go test"),
    isGiven: (name) => given.includes(name),
  });

const HELPERS = `PASS=0
FAIL=0
SKIP=0
pass() { echo ok; PASS=$((PASS + 1)); }
fail() { echo bad; FAIL=$((FAIL + 1)); }
skip() { echo skipped; SKIP=$((SKIP + 1)); }
`;
const PHASE = (name: string, key: string) => `${name}() {
  if [ -z "\${${key}:-}" ]; then
    skip "${key} not set"
    return 0
  fi
  if curl -f https://x.example; then pass; else fail; fi
}
`;
const PHASES = `${HELPERS}${PHASE("one", "KEY_A")}${PHASE("two", "KEY_B")}for each in one two; do
  case "$each" in
    one) one ;;
    two) two ;;
    *) exit 2 ;;
  esac
done
`;

describe("a script that leaves tests out and ends well", () => {
  test.each([
    ["ends at once", 'if [ -z "$KEY" ]; then\n  echo skipped\n  exit 0\nfi\ncurl -f x', ["KEY"]],
    ["on one line", '[ -n "$KEY" ] || exit 0\ncurl -f x', ["KEY"]],
    ["in a group", "[[ -z $KEY ]] && { echo skipped; exit 0; }\ncurl -f x", ["KEY"]],
    ["compared with nothing", 'if [ "$KEY" = "" ]; then exit; fi\ncurl -f x', ["KEY"]],
    [
      "by a helper",
      'skip() { echo "$1"; exit 0; }\n[ -n "$KEY" ] || skip none\ncurl -f x',
      ["KEY"],
    ],
    [
      "by another name",
      'TOKEN="${KEY:-}"\nif [ -z "$TOKEN" ]; then exit 0; fi\ncurl -f x',
      ["KEY"],
    ],
    [
      "one of two",
      'if [ -z "$KEY" ] || [ -z "$OTHER" ]; then exit 0; fi\ncurl -f x',
      ["KEY", "OTHER"],
    ],
    ["a phase alone", `${HELPERS}${PHASE("one", "KEY")}one\n[ "$FAIL" -eq 0 ]`, ["KEY"]],
    [
      "a phase that runs tests",
      'one() {\n  [ -n "$KEY" ] || return 0\n  go test ./e2e\n}\none',
      ["KEY"],
    ],
  ])("%s", (_name, text, names) => {
    expect(skips(text).map((skip) => skip.names)).toEqual([names]);
  });

  test("each phase is told with its line", () => {
    expect(skips(`${PHASES}[ "$FAIL" -eq 0 ]`)).toEqual([
      { line: 9, names: ["KEY_A"] },
      { line: 16, names: ["KEY_B"] },
    ]);
  });
});

describe("what only looks like it", () => {
  test.each([
    ["a usage", 'if [ -z "$KEY" ]; then echo usage; exit 1; fi\ncurl -f x'],
    ["a demand", '[ -n "$KEY" ] || { echo missing; exit 1; }\ncurl -f x'],
    [
      "all skipped counts as failed",
      `${PHASES}[ "$FAIL" -eq 0 ] || exit 1\nif [ "$SKIP" -eq 2 ]; then exit 1; fi`,
    ],
    ["nothing passed counts as failed", `${PHASES}if [ "$PASS" -eq 0 ]; then exit 1; fi`],
    [
      "counted in a sum",
      `N=0\none() {\n  if [ -z "$KEY" ]; then ((N++)); return 0; fi\n  false\n}\none\n[ "$N" -eq 0 ]`,
    ],
    ["a number that is not known", `${PHASES}[ "$SKIP" -lt "$(count)" ] || exit 1`],
    ["what the script finds itself", 'ID="$(create)"\nif [ -z "$ID" ]; then exit 0; fi\ncurl -f x'],
    ["what it reads", 'read KEY\nif [ -z "$KEY" ]; then exit 0; fi\ncurl -f x'],
    ["an argument", 'if [ -z "$1" ]; then exit 0; fi\ncurl -f x'],
    ["what has a value of its own", 'if [ -z "${KEY:-x}" ]; then exit 0; fi\ncurl -f x'],
    [
      "clearing up",
      `${HELPERS}clear_up() {\n  [ -n "$KEY" ] || return 0\n  fail\n}\ntrap clear_up EXIT\nclear_up\n[ "$FAIL" -eq 0 ]`,
    ],
    [
      "a function that cannot fail",
      'prepare() {\n  [ -n "$KEY" ] || return 0\n  curl x\n}\nprepare',
    ],
    ["a function that nobody calls", `${HELPERS}${PHASE("one", "KEY")}[ "$FAIL" -eq 0 ]`],
    ["a file", "if [ ! -f x ]; then exit 0; fi\ncurl -f x"],
    ["a broken script", 'if [ -z "$KEY" ]; then exit 0'],
  ])("%s", (_name, text) => {
    expect(skips(text)).toEqual([]);
  });

  test("a script that is no test", () => {
    expect(skips('[ -n "$KEY" ] || exit 0\ndocker rm x', [], false)).toEqual([]);
    expect(skips('[ -n "$KEY" ] || exit 0\ngo test ./e2e', [], false)).toHaveLength(1);
  });

  test("a variable that is given", () => {
    expect(skips('[ -n "$KEY" ] || exit 0\ncurl -f x', ["KEY"])).toEqual([]);
  });
});

test("a script of endless guards ends", () => {
  const text = Array.from({ length: 3000 }, (_, at) => `[ -n "$K${at}" ] || exit 0`).join("\n");
  expect(skips(text).length).toBeLessThanOrEqual(12);
});
