/** A runner that takes files and folders, and finds its tests by name where it is given none. */
export type Plain = {
  /** The words that have to stand in front of its arguments; null for none. */
  readonly verb: RegExp | null;
  readonly finds: readonly string[];
  /** What it takes from a folder that it is given. */
  readonly takes: RegExp;
  readonly valued: string;
  /** Flags that choose tests by name. */
  readonly chooses: readonly string[];
};

const SCRIPT = /\.[cm]?[jt]sx?$/;
const CHOOSES = [
  "g",
  "grep",
  "f",
  "fgrep",
  "t",
  "filter",
  "test-name-pattern",
  "match",
  "m",
  "group",
  "n",
  "tag",
];
const plain = (finds: string, takes: RegExp, more: Partial<Plain> = {}): Plain => ({
  verb: null,
  finds: finds.split(" "),
  takes,
  valued: "",
  chooses: CHOOSES,
  ...more,
});

const NODE_TESTS =
  "**/*.test.{js,cjs,mjs,ts,cts,mts} **/*-test.{js,cjs,mjs,ts} **/*_test.{js,cjs,mjs,ts} **/test-*.{js,cjs,mjs,ts} **/test.{js,cjs,mjs,ts} **/test/**/*.{js,cjs,mjs,ts}";
const BUN_TESTS =
  "**/*.test.{js,jsx,ts,tsx} **/*_test.{js,jsx,ts,tsx} **/*.spec.{js,jsx,ts,tsx} **/*_spec.{js,jsx,ts,tsx}";

export const PLAIN: ReadonlyMap<string, Plain> = new Map([
  [
    "cypress",
    plain("cypress/e2e/**/*.cy.{js,jsx,ts,tsx}", SCRIPT, {
      verb: /^run$/,
      valued:
        "spec s browser b config C config-file env e reporter project P tag record-key key group",
    }),
  ],
  [
    "mocha",
    plain("test/*.{js,cjs,mjs}", SCRIPT, {
      valued:
        "r require t timeout R reporter config package opts exit retries extension ignore exclude spec",
    }),
  ],
  [
    "ava",
    plain(
      "test.js **/test.js src/test.js **/test/**/*.js **/tests/**/*.js **/__tests__/**/*.js **/*.test.js **/*.test.ts",
      SCRIPT,
    ),
  ],
  ["tap", plain("**/test/**/*.{js,ts,mjs,cjs} **/*.test.{js,ts,mjs,cjs} **/__tests__/**", SCRIPT)],
  [
    "borp",
    plain(NODE_TESTS, SCRIPT, {
      valued: "coverage-exclude X ignore i pattern p concurrency c timeout reporter check-coverage",
    }),
  ],
  ["uvu", plain("**/*.{js,ts}", SCRIPT)],
  [
    "node",
    plain(NODE_TESTS, SCRIPT, {
      verb: /^--test$/,
      valued: "import loader r require test-reporter test-reporter-destination test-concurrency C",
    }),
  ],
  ["tsx", plain(NODE_TESTS, SCRIPT, { verb: /^--test$/ })],
  ["bun", plain(BUN_TESTS, SCRIPT, { verb: /^test$/ })],
  [
    "deno",
    plain("**/{*_,*.,}test.{ts,tsx,mts,js,mjs,jsx} **/__tests__/**", SCRIPT, {
      verb: /^test$/,
      valued: "c config filter ignore",
    }),
  ],
  ["bats", plain("*.bats", /\.bats$/, { valued: "j jobs f filter T F formatter" })],
  [
    "rspec",
    plain("spec/**/*_spec.rb", /_spec\.rb$/, {
      valued: "r require f format o out e example t tag",
      chooses: ["e", "example", "t", "tag"],
    }),
  ],
  [
    "rails",
    plain("test/**/*_test.rb", /_test\.rb$/, { verb: /^test(:\w+)*$/, chooses: ["n", "name"] }),
  ],
  [
    "rake",
    plain("test/**/*_test.rb test/**/test_*.rb spec/**/*_spec.rb", /\.rb$/, {
      verb: /^(test|spec)(:\w+)*$/,
    }),
  ],
  [
    "phpunit",
    plain("tests/**/*Test.php", /Test\.php$/, {
      valued:
        "c configuration filter testsuite group exclude-group log-junit coverage-clover bootstrap",
      chooses: ["filter", "testsuite", "group"],
    }),
  ],
  ["pest", plain("tests/**/*Test.php", /\.php$/, { chooses: ["filter", "testsuite", "group"] })],
  [
    "paratest",
    plain("tests/**/*Test.php", /Test\.php$/, {
      valued: "p processes c configuration",
      chooses: ["filter", "testsuite", "group"],
    }),
  ],
  [
    "dotnet",
    plain("**/*{Test,Tests,Spec,Specs}*/**/*.cs **/*Tests.cs **/*Test.cs", /\.(cs|fs|vb)$/, {
      verb: /^(test|vstest)$/,
      valued:
        "c configuration f framework filter logger l results-directory r collect settings s v verbosity p o output",
      chooses: ["filter"],
    }),
  ],
  [
    "swift",
    plain("Tests/**/*.swift", /\.swift$/, {
      verb: /^test$/,
      valued: "filter",
      chooses: ["filter"],
    }),
  ],
  ["flutter", plain("test/**/*_test.dart", /_test\.dart$/, { verb: /^test$/ })],
  ["dart", plain("test/**/*_test.dart", /_test\.dart$/, { verb: /^test$/ })],
  [
    "mix",
    plain("test/**/*_test.exs apps/*/test/**/*_test.exs", /_test\.exs$/, {
      verb: /^test$/,
      valued: "only exclude include",
      chooses: ["only"],
    }),
  ],
  ["sbt", plain("**/src/test/**/*.scala **/src/it/**/*.scala", /\.scala$/, { verb: /test/ })],
  ["busted", plain("spec/**/*_spec.lua", /_spec\.lua$/)],
  [
    "robot",
    plain("**/*.robot", /\.robot$/, {
      valued: "d outputdir v variable i include e exclude t test s suite",
      chooses: ["i", "include", "t", "test"],
    }),
  ],
  [
    "behave",
    plain("features/**/*.feature", /\.feature$/, { valued: "t tags", chooses: ["t", "tags"] }),
  ],
  [
    "cucumber-js",
    plain("features/**/*.feature", /\.feature$/, {
      valued: "tags t p profile",
      chooses: ["tags", "t"],
    }),
  ],
]);
