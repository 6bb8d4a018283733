import { expect, test } from "vitest";
import { ruleOf } from "./testing/change-of.ts";

test.each([
  [
    "a case of Bats",
    "case-added",
    '+@test "prints its version" {\n+  run app --version\n+  [ "$status" -eq 0 ]\n+}',
  ],
  [
    "a function that is a test",
    "case-added",
    "+test_login() {\n+  curl -f localhost/login || fail login\n+}",
  ],
  [
    "a case of ShellSpec",
    "case-added",
    '+  It "greets"\n+    When call greet\n+    The output should equal "hi"\n+  End',
  ],
  [
    "a line of Bats",
    "assertion-added",
    ' @test "prints" {\n   run app\n+  [ "$output" = "a" ]\n }',
  ],
  [
    "a check with a word of its own",
    "assertion-added",
    ' body=$(curl -s localhost)\n+check "greets" "$body" "hello"',
  ],
  [
    "a way to fail",
    "assertion-added",
    ' body=$(curl -s localhost)\n+if ! grep -q hello <<<"$body"; then\n+  fail "no greeting"\n+fi',
  ],
  [
    "a counter of failures",
    "assertion-added",
    ' x=1\n+if [ "$code" != 200 ]; then\n+  FAIL=$((FAIL+1))\n+fi',
  ],
  ["a search that must find", "assertion-added", " app > out\n+grep -q hello out || exit 1"],
  ["a skip taken away", "case-turned-on", ' @test "prints" {\n-  skip "later"\n   run app\n }'],
  ["a case that is skipped", "only-skips", '+@test "prints" {\n+  skip "later"\n+  run app\n+}'],
  [
    "another value expected",
    "expectation-adapted",
    ' run app\n-[ "$output" = "a" ]\n+[ "$output" = "b" ]',
  ],
  ["a tool that must be there", "only-helpers", " set -e\n+command -v jq >/dev/null || exit 1"],
  ["a helper", "only-helpers", '+_request() {\n+  curl -s "$1" || return 1\n+}'],
  ["a variable", "only-helpers", " set -e\n+PORT=8080"],
  ["a comment", "only-format", ' set -e\n+# check "greets" "$body"'],
  [
    "a case taken away",
    "only-removed",
    '-@test "prints" {\n-  run app\n-  [ "$status" -eq 0 ]\n-}',
  ],
])("shell: %s", (_name, rule, hunk) => {
  expect(ruleOf("tests/test_app.sh", hunk)).toBe(rule);
});
