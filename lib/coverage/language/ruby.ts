import type { Language } from "./language.ts";

const FUNCTION = /^\s*def (?:self\.)?(\w+[?!]?)/;

/** Ruby: RSpec and Minitest. */
export const ruby: Language = {
  name: "Ruby",
  endings: ["rb"],
  testFile: /[^/]_(?:spec|test)\.rb$|(?:^|\/)test\/(?:.*\/)?test_(?!helper)[^/]*\.rb$/,
  testFolder: null,
  comment: /^\s*#/,
  blocks: [["=begin", "=end"]],
  cases: [
    /^\s*[xf]?(?:it|specify|example|scenario)\s*\(?\s*["'](.*?)["'](?:\s*\)|,|\s+do|\s*\{|\s*$)/,
    /^\s*(?:it|specify)\s*(?:\{|do\b)/,
    /^\s*(?:it|specify) [\w:.]+ do\b/,
    /^\s*(?:should|test)\s*\(?\s*["'](.*?)["'].*(?:do|\{)/,
    /^\s*def (test_\w+[?!]?)/,
    /^\s*(?:it_behaves_like|include_examples|it_should_behave_like)\s*\(?\s*["']([^"']*)/,
  ],
  marks: [],
  assertions: [
    /\b(?:is_expected|expect(?:_\w+)?)\b(?:\s*[({]|\s+do|\.)/,
    /^\s*(?:assert|refute)\w*\b/,
    /\.(?:should|should_not)\b/,
    /\.(?:must|wont)_\w+/,
    /^\s*(?:it|specify)\s*\{/,
    /^\s*flunk\b/,
  ],
  guards: [/^\s*assert_nothing_raised\b/, /^\s*assert_response :success\s*$/],
  rows: [],
  listed: [],
  tables: [
    /^\s*(?:where|with_them)\b.*do\s*$/,
    /^\s*[@\w]*(?:cases|tests|examples|inputs)\w*\s*=\s*[[{]\s*$/i,
  ],
  lists: [
    /^\s*(?:\[.*\]|%[wi]\[.*\])\.each\b/,
    /^\s*\w*(?:cases|inputs|examples|valid)\w*\s*=\s*(?:%[wi])?\[.*\]\s*$/i,
  ],
  conditions: [],
  skips: [
    /^\s*x(?:it|describe|context|specify|example|scenario)\b/,
    /^\s*(?:skip|pending)(?:\s|\(|$)/,
    /^\s*(?:it|specify|describe|context)\b.*,\s*(?::skip|:pending|skip:|pending:)/,
    /^\s*(?:it|specify|example)\s+(?:"[^"]*"|'[^']*')\s*$/,
  ],
  focuses: [
    /^\s*f(?:it|describe|context|specify)\b/,
    /^\s*(?:it|describe|context)\b.*,\s*(?::focus|focus:)/,
  ],
  scopes: [/^\s*(?:RSpec\.)?[xf]?(?:describe|context|feature)\b/, /^\s*class \w*Test\b/],
  functions: [FUNCTION],
  imports: [/^\s*require(?:_relative)?\s*\(?["']([^"']+)/],
  definitions: [
    FUNCTION,
    /^\s*(?:class|module) ([\w:]+)/,
    /^\s*let!?\(:(\w+)/,
    /^\s*([A-Z]\w*)\s*=/,
  ],
};
