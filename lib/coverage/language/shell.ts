import type { Language } from "./language.ts";

const NAME = /^\s*(?:function )?([A-Za-z_][\w:.-]*)\s*\(\)/;
// A script has steps and helpers in functions; only these names are surely helpers.
const HELPER =
  /^\s*(?:function )?(_\w*|(?:assert|check|expect|fail|pass|ok|bad|log|die|err|info|warn|note|step|usage|clean|set_?up|tear|wait|retry|poll|curl|get|post|put|del|api|json|jq|need|require|is|has|start|stop|with|run_test|must|say)\w*)\s*\(\)/;
const FAILS = "(?:fail|fatal|die|bad|ko|not_ok|error|err|abort|exit 1|exit 2|return 1|false)";

/** Shell scripts: Bats, shUnit2, ShellSpec, and scripts by hand with their own words for failing. */
export const shell: Language = {
  name: "shell",
  endings: ["sh", "bash", "zsh", "bats"],
  spaceMatters: true,
  testFile: /(?:^|\/)(?:test[_-][^/]*|[^/]+_(?:test|spec))\.(?:sh|bash)$|[^/]\.(?:bats|test\.sh)$/,
  testFolder: null,
  comment: /^\s*#/,
  blocks: [],
  cases: [
    /^\s*@test\s+["']?([^"'{]*)/,
    /^\s*(?:function )?(test\w*)\s*(?:\(\)|\{)/,
    /^\s*(?:It|Specify|Example)\s+["']([^"']*)/,
  ],
  marks: [],
  assertions: [
    /^\s*(?:if\s+)?(?:!\s*)?(?:assert|refute|expect|check|verify|should|must)(?:[_A-Z]\w*)?\s/,
    new RegExp(`(?:\\|\\||&&|;|\\bthen|\\{|\\belse|^)\\s*${FAILS}\\w*\\b`, "i"),
    /\b(?:fail\w*|err\w*|bad)\s*=\s*(?:1|true|\$\(\()|\(\(\s*\+*(?:fail\w*|err\w*)\b/i,
    /^\s*(?:\[\[?\s.*\]\]?|test\s.*)(?:\s*\|\|.*)?$/,
    /\b(?:grep|cmp|diff|jq)\s.*\|\|/,
    /^\s*(?:The|Assert)\s.*\bshould\b/,
  ],
  guards: [
    /\b(?:command -v|which|hash|type|usage)\b|:\?|\$#|\bmkdir\b|\bmktemp\b|\bcd\s.*\|\|/i,
    /^\s*(?:exit|return) [12]\s*$/,
  ],
  rows: [],
  listed: [],
  tables: [/^\s*\w*(?:cases|tests|inputs|scenarios)\w*=\(\s*$/i, /^\s*for\s+\w+\s+in\s*\\?\s*$/],
  lists: [/^\s*for \w+ in .*;\s*do\b/],
  conditions: [],
  skips: [/^\s*skip\b/, /^\s*startSkipping\b/, /^\s*x(?:It|Describe|Specify)\s/, /^\s*Skip\s/],
  focuses: [/^\s*f(?:It|Describe|Specify)\s/, /^\s*# bats test_tags=bats:focus/],
  scopes: [/^\s*(?:Describe|Context)\s/],
  functions: [HELPER],
  imports: [/^\s*(?:source|\.|load|bats_load_library)\s+["']?([^"'\s]+)/],
  definitions: [NAME, /^\s*(?:export |readonly |local )?([A-Za-z_]\w*)=/],
};
