import type { Language } from "./language.ts";

const FUNCTIONS = [
  /^\s*(?:export )?(?:default )?(?:async )?function\*? ?(\w+)/,
  /^\s*(?:export )?(?:const|let|var) (\w+)(?:: [^=]*)? = (?:async )?(?:function\b|\([^)]*\)(?:: [^=]+)? =>|\w+ =>|\($)/,
];
const METHOD =
  /^\s+(?:(?:public|private|protected|static|override|readonly|async|get|set) )*(?!(?:if|for|while|switch|catch|function|return|describe|it|test|suite|context)\b)[*#]?(\w+)(?:<[^(]*>)?\([^)]*\)(?:\s*:[^{=]*)?\s*\{$/;
const HELPER_FOLDER =
  /\/(?:__[a-su-z]\w*__|fixtures?|helpers?|utils?|mocks?|support|setup|shared|common|types|examples?|testdata)\//i;
const HELPER_NAME =
  /(?:utils?|helpers?|setup\w*|[gl]lobal\w*|teardown|mocks?|fixtures?|stubs?|bench|config|types?|constants|common|shared|support|index|runner|factor(?:y|ies)|environment|server|env|\.d)\.[cm]?[jt]sx?$/i;

/** JavaScript and TypeScript: Vitest, Jest, Mocha with Chai, node:test, AVA, tap, Playwright, Cypress. */
export const javascript: Language = {
  name: "JavaScript and TypeScript",
  endings: ["js", "cjs", "mjs", "jsx", "cjsx", "mjsx", "ts", "cts", "mts", "tsx", "ctsx", "mtsx"],
  testFile: /[^/](?:[._](?:test|spec)|\.(?:cy|e2e|e2e-spec|e2e-test))\.[cm]?[jt]sx?$/,
  // Jest, Cypress, node:test and Mocha look for tests in these folders.
  testFolder: {
    path: /(?:^|\/)(?:__tests__\/(?:.*\/)?[^/]+\.[cm]?[jt]sx?|cypress\/(?:e2e|integration)\/(?:.*\/)?[^/]+\.[cm]?[jt]sx?|(?:tests?|specs?|e2e)\/(?:.*\/)?(?:test-[^/]+|[^/]+-(?:test|spec))\.[cm]?[jt]sx?|test\/[^/]+\.[cm]?js)$/,
    helper: new RegExp(`${HELPER_FOLDER.source}|${HELPER_NAME.source}`, "i"),
  },
  comment: /^\s*(?:\/\/|\/\*|\*\/|\*\s|\*$|\{\/\*)/,
  blocks: [["/*", "*/"]],
  cases: [
    /^\s*(?:void |await )?(?:x|f)?(?:it|test|specify)(?:\.\w+)*(?:<[^(]*>)?\(\s*["'`](.*?)["'`]\s*(?:,|\)|$)/,
    /^\s*(?:void |await )?(?:x|f)?(?:it|test|specify)(?:\.(?:skip|only|todo|fixme|concurrent|sequential|serial|failing|fails|fail))*\(\s*(?:$|async\b|\(|function\b|t =>)/,
    /^\s*[\])}`].*\)\(\s*["'`](.*?)["'`]\s*,/,
    /^\s*`?\]?\)\(\s*$/,
    /^\s*(?:it|test)(?:\.\w+)*\.(?:each|for|skipIf|runIf|extend)(?:<.*>)?\(.*\)\(\s*["'`](.*?)["'`]\s*,/,
    /^\s*(?:it|test)(?:\.\w+)*\.(?:each|for|skipIf|runIf)(?:<.*>)?\(.*\)\(\s*$/,
    /^\s*(?:await )?(?:t|ctx|context)\.test\(\s*["'`](.*?)["'`]/,
    /^\s*(?:it|test|specify)\([\w.]+, (?:async )?(?:\(|function\b|\w+ =>)/,
    /^\s*Deno\.test\(\s*["'`](.*?)["'`]/,
  ],
  marks: [],
  assertions: [
    /\bexpect(?:\.(?:soft|poll|element))?(?:TypeOf|Type)?(?:<.*>)?\(/,
    /\bassert(?:\.\w+)*(?:<.*>)?\(/,
    /\b(?:assert|expect|verify)[A-Z]\w*(?:<[^(]*>)?\(/,
    /^\s*(?:await |return )?expect$/,
    /\bt\.(?:is|not|deepEqual|like|truthy|falsy|true|false|throws|throwsAsync|notThrows|notThrowsAsync|regex|snapshot|equal|same|strictSame|match|ok|notOk|rejects|resolves|fail|has|assert\.\w+)\(/,
    /\.should(?:\.|\()|\bshould\(/,
    /\bcy\.(?:contains|findBy\w+|findAllBy\w+)\(/,
    /\.(?:toHaveBeenWarned|toHaveBeenErrored)\(/,
  ],
  guards: [
    /\bexpect\.(?:assertions|hasAssertions)\(/,
    /\bexpect\((?:err|error|errors?)\)\.(?:toBeNull|toBeUndefined|toBeFalsy|not\.toBe\w*)\(/,
  ],
  rows: [
    /^\s*(?:\$\{.*\}|["'][^"']*["'])\s*\|.*(?:\}|["'\w])\s*$/,
    // A title of three words names a case; of fewer it may name anything.
    /^\s*(?:name|title|desc\w*|testName|scenario):\s*["'`](?:[^\s"'`]+ ){2}/,
  ],
  listed: [
    /^\s*\[\s*["'`].*,.*\],?\s*$/,
    /^\s*\{\s*(?:name|title|desc\w*|input|expected|label):\s.*\},?\s*$/,
    /^\s*\{.*\b(?:expected|want):\s.*\},?\s*$/,
  ],
  tables: [
    /\.(?:each|for)(?:<[^(]*>)?(?:\(\s*[[{]?|`)\s*$/,
    /^\s*(?:export )?(?:const|let|var)?\s*\w*(?:cases|tests|table|scenarios|inputs|examples|suites)\w*(?:\s*:[^=]*)?\s*=\s*[[{]\s*$/i,
    /^\s*\w*(?:cases|tests|scenarios|examples)\w*:\s*\[\s*$/i,
    /^\s*for\s*\((?:const|let|var)\s.*\bof\s+\[\s*$/,
    /^\s*\}(?:>|\[\])+\s*=\s*\[\s*$/,
    /^\s*;?\[\s*$/,
  ],
  lists: [
    /\bfor \((?:const|let) .* of \[.*\]\)/,
    /\.(?:each|for)(?:<.*>)?\(\[.*\]\)\(/,
    /^\s*\[.*\]\.forEach\(/,
  ],
  conditions: [
    /\b(?:it|test|describe)(?:\.\w+)*\.(?:skipIf|runIf)\(/,
    /\btest(?:\.describe)?\.(?:fixme|skip|fail)\(\s*[^"'`)\s]/,
  ],
  skips: [
    /\b(?:it|test|describe|suite|context|specify)(?:\.\w+)*\.(?:skip|todo)(?:\.\w+)*\(\s*(?:["'`[)]|$|async\b|\(\) =>|function\b|true\b)/,
    /\b(?:test|describe)(?:\.\w+)*\.fixme\(\s*(?:["'`)]|$|true\b)/,
    /\b(?:it|test)(?:\.\w+)*\.(?:fails|failing|fail)(?:\.\w+)*\(\s*(?:["'`)]|$|true\b)/,
    /^\s*x(?:it|test|describe|context|specify)\(/,
    /^\s*(?:it|test)\(\s*(?:["'`]).*,\s*\{[^}]*\b(?:skip|todo|fails)\s*:\s*(?:true|["'`])/,
    /^\s*(?:it|test|specify)\(\s*(?:"[^"]*"|'[^']*')\s*\);?\s*$/,
    /^\s*(?:this|ctx|context|t)\.skip\(\s*(?:\)|["'`])/,
  ],
  focuses: [
    /\b(?:it|test|describe|suite|context|specify)(?:\.\w+)*\.only(?:\.\w+)*\(/,
    /^\s*f(?:it|describe)\(/,
  ],
  scopes: [/^\s*(?:x|f)?(?:describe|suite|context)(?:\.\w+)*\(/, /^\s*test\.describe(?:\.\w+)*\(/],
  functions: FUNCTIONS,
  imports: [
    /^\s*import\b.*?["']([^"']+)["'];?\s*$/,
    /^\s*(?:const|let|var) .*= (?:await )?(?:require|import)\(\s*["'`]([^"'`]+)/,
    /^\s*\}? ?from ["']([^"']+)["'];?\s*$/,
    /^import (?:type )?\{?\s*$/,
  ],
  definitions: [
    ...FUNCTIONS,
    METHOD,
    /^\s*(?:export )?(?:default )?(?:abstract )?(?:class|type|interface|enum) (\w+)/,
    /^\s*(?:export )?(?:const|let|var) (\w+)/,
  ],
};

/** Tests of types, as tsd and Vitest run them: what must not compile is expected in a comment. */
export const typeTest: Language = {
  ...javascript,
  name: "TypeScript types",
  endings: ["ts", "cts", "mts", "tsx", "ctsx", "mtsx"],
  onlyTests: true,
  testFile: /[^/]\.(?:test|spec)-d\.[cm]?tsx?$/,
  testFolder: null,
  comment: /^\s*(?:\/\/(?!\s*@ts-expect-error)|\/\*|\*\/|\*\s|\*$)/,
  cases: [...javascript.cases, /^describe\(\s*["'`](.*?)["'`]/],
  // Nothing is called, only compiled: what stands in a function is checked as well.
  functions: [],
  // Every call must compile as it stands.
  assertions: [
    ...javascript.assertions,
    /^\s*(?:(?:const|let) .* = )?(?!it\b|test\b|describe\b)[\w.]+(?:<.*>)?\(/,
    /@ts-expect-error/,
    /\b(?:expectError|expectNotType|expectAssignable|expectNotAssignable|expectDeprecated)\b/,
  ],
};
