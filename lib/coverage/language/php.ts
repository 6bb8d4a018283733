import type { Language } from "./language.ts";

const FUNCTION =
  /^\s*(?:(?:public|protected|private|static|final|abstract) )*function &?(\w+)\s*\(/;

/** PHP: PHPUnit, Pest, Codeception. */
export const php: Language = {
  name: "PHP",
  endings: ["php"],
  testFile: /[^/](?:Test|Cest)\.php$|(?:^|\/)spec\/(?:.*\/)?[^/]+Spec\.php$/,
  testFolder: null,
  comment: /^\s*(?:\/\/|#(?!\[)|\/\*(?!\*\s*@test\b)|\*\/|\*(?!\s*@test\b)\s|\*$)/,
  blocks: [],
  cases: [
    /^\s*(?:(?:public|final) )*function (test\w*)\s*\(/,
    /^\s*(?:it|test)\(\s*["'](.*?)["']\s*(?:,|\))/,
    /^\s*arch\(\s*["'](.*?)["']/,
  ],
  marks: [/^\s*#\[(?:[\w\\]+, ?)*(?:\w+\\)*Test\b/, /^\s*(?:\/\*)?\*+\s*@test\b/],
  assertions: [
    /(?:\$this->|self::|static::|Assert::|->)(?:assert\w*|fail|expectException\w*|expectOutput\w*|should\w*|see\w*|dontSee\w*)\(/,
    /\bexpect\(/,
    /^\s*->(?:toBe\w*|toEqual\w*|toHave\w*|toThrow\w*|toContain\w*|toMatch\w*|and)\(/,
    /->throws\(/,
  ],
  guards: [/->assert(?:Ok|Successful|NoContent)\(\);?\s*$/],
  rows: [
    /^\s*yield\s*(?:\[|["'].*=>)/,
    /^\s*#\[(?:\w+\\)*TestWith(?:Json)?\(/,
    /^\s*\*\s*@testWith\b/,
  ],
  listed: [/^\s*(?:["'][^"']*["']\s*=>\s*)?\[.*,.*\],?\s*$/],
  tables: [
    /->with\(\s*\[?\s*$/,
    /^\s*return\s*(?:\[|array\()\s*$/,
    /\bdataset\(.*\[\s*$/,
    /^\s*foreach\s*\(\s*(?:\[|array\()\s*$/,
    /^\s*\$\w*(?:cases|tests|table|scenarios|inputs|examples)\w*\s*=\s*(?:\[|array\()\s*$/i,
  ],
  lists: [/->with\(\[.*\]\)/],
  conditions: [/->skip\(\s*[^"')\s]/],
  skips: [
    /\$this->markTest(?:Skipped|Incomplete)\(/,
    /->(?:skip|todo)\(\s*(?:\)|["'])/,
    /^\s*(?:it|test)\(\s*(?:"[^"]*"|'[^']*')\s*\);?\s*$/,
  ],
  focuses: [/->only\(\s*\)/],
  scopes: [/^\s*(?:final |abstract )*class \w*Test\b/, /^\s*describe\(/],
  functions: [FUNCTION],
  imports: [/^use (?:function |const )?([\w\\]+)/, /^\s*require(?:_once)?\b.*["']([^"']+)/],
  definitions: [FUNCTION, /^\s*(?:final |abstract )*(?:class|interface|trait|enum) (\w+)/],
};
