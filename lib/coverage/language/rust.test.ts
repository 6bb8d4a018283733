import { expect, test } from "vitest";
import { ruleOf } from "./testing/change-of.ts";

const CASE = `
     use super::*;
 
+    #[test]
+    fn refuses_an_empty_text() {
+        assert!(parse("").is_err());
+    }
+
     #[test]
     fn parses() {
`;

test.each([
  ["a function", "case-added", CASE],
  [
    "an asynchronous function",
    "case-added",
    "+    #[tokio::test]\n+    async fn loads() {\n+        assert_eq!(load().await, 1);\n+    }",
  ],
  [
    "a macro of the project that makes a test",
    "case-added",
    '+apptest!(empty_input, |dir: Dir| {\n+    same_eq!("a", dir.run());\n+});',
  ],
  [
    "an assertion",
    "assertion-added",
    '     #[test]\n     fn parses() {\n         let got = parse("a");\n+        assert_eq!(got.line, 1);\n     }',
  ],
  [
    "an assertion in a function whose mark stands above the hunk",
    "assertion-added",
    '@@ fn parses() {\n     let got = parse("a");\n+    assert_eq!(got.line, 1);\n }',
  ],
  [
    "an assertion in a function that takes something",
    "only-helpers",
    "@@ fn check(got: Node) {\n     let line = got.line;\n+    assert_eq!(line, 1);\n }",
  ],
  [
    "a file that must not compile",
    "assertion-added",
    '     #[test]\n     fn compiles() {\n         let t = trybuild::TestCases::new();\n+        t.compile_fail("tests/fail/join.rs");',
  ],
  [
    "a case of rstest",
    "row-added",
    '     #[rstest]\n     #[case("a", 1)]\n+    #[case("", 0)]\n     fn counts(#[case] text: &str, #[case] count: u32) {',
  ],
  [
    "a skip taken away",
    "case-turned-on",
    "     #[test]\n-    #[ignore]\n     fn parses() {\n         assert!(parse());\n     }",
  ],
  [
    "a case that is off",
    "only-skips",
    CASE.replace("+    #[test]", "+    #[test]\n+    #[ignore]"),
  ],
  [
    "another value expected",
    "expectation-adapted",
    '     #[test]\n     fn parses() {\n-        assert_eq!(parse("a"), 1);\n+        assert_eq!(parse("a"), 2);',
  ],
  ["a helper", "only-helpers", "+    fn build() -> Node {\n+        Node::new()\n+    }"],
  ["an import", "only-imports", "-use std::fs;\n+use std::io;"],
  ["a case taken away", "only-removed", CASE.replaceAll("\n+", "\n-")],
])("Rust: %s", (_name, rule, hunk) => {
  expect(ruleOf("tests/parse.rs", hunk)).toBe(rule);
});

test.each([
  ["a test beside what it tests", "case-added", CASE],
  [
    "an assertion in a test",
    "assertion-added",
    "@@ mod tests {\n         let got = parse();\n+        assert_eq!(got.line, 1);\n     }",
  ],
  [
    "an assertion of a function that takes nothing",
    "only-helpers",
    "@@ fn main() {\n     let at = start();\n+    assert!(at > 0);",
  ],
  [
    "an assertion of the product",
    "only-helpers",
    "@@ pub fn parse(text: &str) -> Node {\n     let at = 0;\n+    assert!(at < text.len());",
  ],
])("Rust, in a product file: %s", (_name, rule, hunk) => {
  expect(ruleOf("src/parse.rs", hunk)).toBe(rule);
});
