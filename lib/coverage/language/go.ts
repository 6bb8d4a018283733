import type { Language } from "./language.ts";

const FUNCTION = /^func (?:\([^)]*\) )?(\w+)(?:\[[^\]]*\])?\(/;

/** Go: the testing package, testify, Ginkgo with Gomega, and fluent fixtures in their manner. */
export const go: Language = {
  name: "Go",
  endings: ["go"],
  testFile: /_test\.go$/,
  testFolder: null,
  comment: /^\s*(?:\/\/|\/\*|\*\/|\*\s|\*$)/,
  blocks: [["/*", "*/"]],
  cases: [
    /^func (Test\w*)\(\w* ?\*testing\.T\b/,
    /^func (Fuzz\w*)\(\w* ?\*testing\.F\b/,
    /^func (Example\w*)\(\) *\{/,
    // A step of a test: it takes the test, gives nothing back, and is called by one.
    /^func (test\w*)\([^)]*\*testing\.T\b[^)]*\) *\{/,
    /^func \([^)]*\) (Test\w*)\(/,
    /^\s*\w+\.Run\(\s*["`]([^"`]*)/,
    /^\s*[FPX]?(?:It|Specify)\(\s*["`]([^"`]*)/,
    /^\s*When\("[^"]*".*\bt\b.*\bfunc\(/,
  ],
  marks: [],
  assertions: [
    /\b(?:assert|require|must|is|check|td|qt|c|s|suite|g|r|a)\.(?:Require\(\)\.|Assert\(\)\.)?(?:Not?(?:[A-Z]\w*)?|Equal\w*|Exactly\w*|True|Truef|False|Falsef|Nil|Nilf|Contains\w*|ElementsMatch\w*|Subset\w*|Len|Lenf|Empty|Emptyf|Error\w*|Fail\w*|Panics\w*|Greater\w*|Less\w*|Regexp\w*|JSONEq\w*|YAMLEq\w*|Implements\w*|IsType\w*|InDelta\w*|InEpsilon\w*|WithinDuration\w*|Zero|Zerof|Positive\w*|Negative\w*|Same\w*|FileExists\w*|DirExists\w*|Eventually\w*|Never\w*|Condition\w*|HTTP\w*|DeepEqual|Assert|Cmp\w*)\(/,
    /\b(?:assert|require)\.[A-Z]\w*\(/,
    /\b(?:t|tb|tt|f|T\(\))\.(?:Error|Errorf|Fatal|Fatalf|Fail|FailNow)\(/,
    /\b(?:Expect|ExpectWithOffset|Eventually|EventuallyWithOffset|Consistently|Ω)\(/,
    /\.(?:Should|ShouldNot)\(/,
    /\.(?:AssertExpectations|AssertCalled|AssertNotCalled|AssertNumberOfCalls|ExpectationsWereMet)\(/,
    /\b(?:assert|verify|require|check)[A-Z]\w*\(/,
    /^\s*\/\/ (?:Unordered output|Output):/,
  ],
  guards: [
    /\b(?:assert|require|must|s|suite)\.(?:Require\(\)\.)?NoErrorf?\(/,
    /\b(?:require|assert)\.NotNilf?\(t, [\w.]+\)/,
    /\b(?:t|tb|b|s\.T\(\))\.(?:Fatal|Error)f?\((?:.*[ ,])?\w*[eE]rr(?:\.Error\(\))?\)/,
    /Expect\(\w*[eE]rr\)\.(?:NotTo|ToNot|To|Should|ShouldNot)\((?:HaveOccurred|BeNil|Succeed)\(/,
    /\b(?:AssertExpectations|ExpectationsWereMet)\(/,
    /\b(?:check|require|must)Err(?:or)?\(/i,
  ],
  rows: [
    /^\s*\{?\s*(?:name|desc|description|title|test|testName|testcase|scenario|caseName|label)\s*:\s*["`]/,
    /^\s*"[^"]* [^"]*":\s*\{\s*$/,
    /^\s*[FPX]?Entry\(/,
  ],
  listed: [/^\s*\{\s*(?:["`\d&]|\w+:\s*\S).*\},?\s*$/],
  tables: [
    /\}\{\s*$/,
    /^\s*(?:var )?\w*(?:tests?|cases?|tcs|table|scenarios|testdata|examples|inputs)\w*\s*:?=\s*(?:\[|map\[)(?!.*\bstruct \{\s*$).*\{\s*$/i,
    /(?:\[\]|map\[\w+\])\*?[\w.]*(?:test|case|scenario)\w*\{\s*$/i,
    /^\s*for\s.*\brange\s+(?:\[|map\[)(?!.*\bstruct \{\s*$).*\{\s*$/,
  ],
  lists: [/\brange \[\]\w+\{.*\}/],
  conditions: [],
  skips: [
    /^\s*\w+\.(?:Skip|Skipf|SkipNow)\(/,
    /^\s*[PX](?:It|Specify|Describe|Context|When|Entry|DescribeTable)\(/,
    /^\s*Skip\(/,
  ],
  focuses: [/^\s*F(?:It|Specify|Describe|Context|When|Entry|DescribeTable)\(/],
  scopes: [/^\s*(?:var _ = )?[FPX]?(?:Describe|Context|DescribeTable)\(/],
  functions: [FUNCTION],
  imports: [/^import\s+(?:[\w.]+\s+)?"([^"]+)"/, /^\t(?:[\w.]+ )?"([\w./~-]+)"$/, /^import \($/],
  definitions: [FUNCTION, /^(?:type|var|const) (\w+)/, /^\t(\w+)\s+(?:=|struct\b|interface\b)/],
};
