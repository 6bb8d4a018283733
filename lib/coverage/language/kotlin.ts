import { java } from "./java.ts";
import type { Language } from "./language.ts";

const FUNCTION =
  /^\s*(?:@\w[\w.]*(?:\([^)]*\))?\s+)*(?:(?:public|private|protected|internal|override|suspend|inline|open)\s+)*fun (?:<[^>]*>\s*)?(?:\w+\.)?(\w+|`[^`]*`)\s*\(/;

/** Kotlin: what Java has, kotlin.test, Kotest and Strikt. */
export const kotlin: Language = {
  ...java,
  name: "Kotlin",
  endings: ["kt", "kts"],
  testFile:
    /(?:^|\/)(?:[A-Z]\w*(?:Tests?|TestCase|IT|ITCase)|Test[A-Z]\w*)\.kt$|(?:^|\/)\w*[tT]est\/(?:.*\/)?[A-Z]\w*Spec\.kt$/,
  cases: [
    /^\s*(?:xtest|test|should|it|xit|then|Then|expect|feature|scenario|xscenario)\(\s*"([^"]*)"[^;]*\{/,
    /^\s*"([^"]+)"\s*(?:\.config\(.*\)\s*)?\{/,
    /^\s*"([^"]+)"\s+should\s*\{/,
  ],
  assertions: [
    ...java.assertions,
    /\s(?:shouldBe|shouldNotBe|shouldContain\w*|shouldHave\w*|shouldThrow\w*|should\w+)\s/,
    /\.(?:shouldBe\w*|shouldNot\w*|should[A-Z]\w*)\(|\bshouldThrow\w*(?:<.*>)?\s*[({]/,
    /\b(?:coVerify|verify|assertFailsWith|assertThrows|expectThat|expectThrows|expectCatching)\b.*[({]/,
  ],
  rows: [...java.rows, /^\s*row\(/],
  tables: [...java.tables, /\b(?:listOf|forAll|withData|table)\(\s*$/],
  skips: [
    ...java.skips,
    /^\s*x(?:test|it|describe|context|should|scenario|feature)\(/,
    /\.config\(.*\benabled\s*=\s*false/,
    /^\s*"!/,
  ],
  focuses: [/^\s*(?:f(?:test|it|describe|context)\(|"f:)/],
  scopes: [
    /^\s*(?:internal |open )*class \w*(?:Tests?|IT|Spec)\b/,
    /^\s*(?:describe|context|given|Given)\(/,
  ],
  functions: [FUNCTION],
  imports: [/^import ([\w.*]+)/, /^package ([\w.]+)/],
  definitions: [
    FUNCTION,
    /^\s*(?:\w+ )*(?:class|interface|object) (\w+)/,
    /^\s*(?:(?:private|internal|override|lateinit|const) )*va[lr] (\w+)/,
  ],
};
