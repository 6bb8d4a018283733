import type { Language } from "./language.ts";

const FUNCTION =
  /^\s*(?:pub(?:\([^)]*\))? )?(?:const )?(?:async )?(?:unsafe )?(?:extern "[^"]*" )?fn (\w+)/;

/** Rust: the built-in harness, also inside product files, rstest, proptest, insta. */
export const rust: Language = {
  name: "Rust",
  endings: ["rs"],
  testFile: /(?:^|\/)tests\/(?:.*\/)?[^/]+\.rs$|(?:^|\/)(?:tests|[^/]+_tests?)\.rs$/,
  testFolder: null,
  comment: /^\s*(?:\/\/|\/\*|\*\/|\*\s|\*$)/,
  blocks: [["/*", "*/"]],
  // Macros of a project's own that make a test.
  cases: [/^\s*\w*test\w*!\s*[({]\s*(\w*)/],
  marks: [/^\s*#\[(?:\w+::)*(?:\w*test|rstest|test_case|test_log|quickcheck|wasm_bindgen_test)\b/],
  assertions: [
    /\b\w*(?:assert|eq)\w*!\s*[({[]/,
    /\b(?:panic|unreachable)!\s*[({]/,
    /#\[should_panic\b/,
    /\bassert_\w+\(/,
    /\.(?:expect_err|unwrap_err)\(/,
    /\binsta::|\bexpect!\[/,
    /\.(?:compile_fail|pass)\(\s*"/,
  ],
  guards: [],
  rows: [/^\s*#\[(?:case|test_case)(?:::\w+)?\(/],
  listed: [/^\s*\(\s*["'\d&].*,.*\),?\s*$/],
  tables: [
    /^\s*let \w*(?:cases|tests|inputs|table)\w*(?:\s*:[^=]*)?\s*=\s*(?:&?\[|vec!\[)\s*$/,
    /^\s*for\s.*\bin\s+&?(?:\[|vec!\[)\s*$/,
  ],
  lists: [/^\s*for .* in &?(?:\[|vec!\[).*\]/],
  conditions: [/^\s*#\[cfg_attr\(.*\bignore\b/],
  skips: [/^\s*#\[ignore\b/],
  focuses: [],
  scopes: [/^\s*(?:pub )?mod \w*tests?\b/, /^\s*#\[cfg\(test\)\]/],
  functions: [FUNCTION],
  imports: [/^\s*(?:pub )?use ([\w:]+)/],
  definitions: [
    FUNCTION,
    /^\s*(?:pub(?:\([^)]*\))? )?(?:struct|enum|trait|type|mod|static|const|union) (\w+)/,
    /^\s*macro_rules! (\w+)/,
  ],
};
