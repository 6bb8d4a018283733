import type { Language } from "./language.ts";

const FUNCTION = /^\s*(?:async )?def (\w+)/;

/** Python: pytest, unittest, doctest-free. */
export const python: Language = {
  name: "Python",
  endings: ["py", "pyi"],
  spaceMatters: true,
  // pytest looks for the first two, unittest and Django for files that begin with "test".
  testFile:
    /(?:^|\/)(?:test_[^/]*|[^/]+_test|tests?)\.py$|(?:^|\/)tests?\/(?:.*\/)?test[A-Z0-9][^/]*\.py$/,
  testFolder: null,
  comment: /^\s*(?:#|[rRuU]?(?:"""|'''))/,
  blocks: [
    ['"""', '"""'],
    ["'''", "'''"],
  ],
  cases: [/^\s*(?:async )?def (test\w*)\s*[([]/, /^\s*with self\.subTest\(\s*["']?([^"',)]*)/],
  marks: [],
  assertions: [
    /^\s*assert\b/,
    /\bself\.(?:assert\w+|fail\w*)\(/,
    /\bpytest\.(?:raises|warns|fail|deprecated_call)\(/,
    /\.(?:assert_\w+|called_once_with)\(/,
    /\b_?assert_?\w+\(/,
    /\b(?:expect|verify)(?:_\w+)?\(/,
    /\braise AssertionError\b/,
  ],
  guards: [/^\s*response\.raise_for_status\(/],
  rows: [/^\s*pytest\.param\(/],
  listed: [/^\s*\(\s*[rbf]?["'].*,.*\),?\s*$/],
  tables: [
    /\bparametrize\(\s*$/,
    /\bparametrize\(.*[[(]\s*$/,
    /^\s*\w*(?:cases|tests|params|scenarios|examples)\w*(?:\s*:[^=]*)?\s*=\s*[[({]\s*$/i,
    /^\s*for\s.*\bin\s+[[(]\s*$/,
    /\bparameterized\.expand\(\s*\[?\s*$/,
  ],
  lists: [/\bparametrize\(\s*["'][\w, ]+["'],\s*[[(].*[\])]/, /^\s*for .* in [[(].*[\])]:/],
  conditions: [/^\s*@(?:pytest\.mark\.skipif|unittest\.skip(?:If|Unless))\b/],
  skips: [
    /^\s*@(?:pytest\.mark\.)?(?:skip|xfail)\b/,
    /^\s*@unittest\.(?:skip\(|skip$|expectedFailure)/,
    /^\s*(?:pytest\.(?:skip|xfail)|self\.skipTest)\(/,
    /^\s*raise (?:unittest\.)?SkipTest\b/,
    /^\s*pytestmark = .*\b(?:skip|xfail)\b/,
  ],
  focuses: [],
  scopes: [/^class (?:Test\w*|\w+Tests?\w*)\b/],
  functions: [FUNCTION],
  imports: [/^\s*from ([\w.]+) import\b/, /^\s*import ([\w.]+)/],
  definitions: [FUNCTION, /^\s*class (\w+)/, /^([A-Za-z_]\w*)(?:\s*:[^=]+)?\s*=[^=]/],
};
