import type { Language } from "./language.ts";

// Return types and modifiers before the name; a call has neither, and `new`, `return` and the like are no types.
const METHOD =
  /^\s*(?:@\w[\w.]*(?:\([^)]*\))?\s+)*(?!(?:return|new|throw|else|await|assert|case|package|import)\b)(?:(?:public|protected|private|static|final|synchronized|abstract|default)\s+)*(?:<[^>]*>\s+)?[\w.]+(?:<[^(]*>)?(?:\[\])*\s+(\w+)\s*\((?!.*;\s*$)/;

/** Java: JUnit 3 to 5, TestNG, AssertJ, Hamcrest, Mockito. */
export const java: Language = {
  name: "Java",
  endings: ["java"],
  // What Maven's Surefire and Failsafe look for.
  testFile: /(?:^|\/)(?:[A-Z]\w*(?:Tests?|TestCase|IT|ITCase)|Test[A-Z]\w*|IT[A-Z]\w*)\.java$/,
  testFolder: null,
  comment: /^\s*(?:\/\/|\/\*|\*\/|\*\s|\*$)/,
  blocks: [["/*", "*/"]],
  cases: [/^\s*public void (test\w*)\s*\(/],
  marks: [
    /^\s*(?:@\w+(?:\([^)]*\))?\s+)*@(?:\w+\.)*(?:Test|ParameterizedTest|RepeatedTest|TestFactory|TestTemplate|Property|ArchTest)\b/,
  ],
  assertions: [
    /\b(?:Assert\w*\.)?(?:assert\w*|fail)\s*\(/,
    /^\s*assert\s/,
    /\b(?:verify|verifyNoInteractions|verifyNoMoreInteractions|then|inOrder\.verify)\(/,
    /\bexpect(?:NextCount|Next|Error|Complete|Status|Body|Header|ErrorMatches)?\(/,
    /\.(?:andExpect|andExpectAll|statusCode|body|isEqualTo|expectStatus)\(/,
    /@Test\(.*\bexpected\b/,
  ],
  guards: [/\bassert(?:NotNull|DoesNotThrow)\((?:\w+|\(\) ->.*)\);/],
  rows: [/^\s*(?:Arguments\.)?(?:arguments|of|argumentSet)\(/, /^\s*Arguments\.\w+\(/],
  listed: [/^\s*\{\s*["'\d].*,.*\},?\s*$/, /^\s*"[^"]*,[^"]*",?\s*$/],
  tables: [
    /@(?:CsvSource|ValueSource|EnumSource|MethodSource)\b.*[({]\s*$/,
    /\bObject\[\]\[\]\s*\{\s*$/,
    /\b(?:Stream\.of|List\.of|Arrays\.asList)\(\s*$/,
  ],
  lists: [/@(?:ValueSource|CsvSource|EnumSource|NullSource)\(.*\{.*\}/],
  conditions: [/^\s*@(?:Disabled|Enabled)(?:If|On|For)\w*\b/],
  skips: [
    /^\s*@(?:Disabled|Ignore)(?:\(|\s*$|\s+@|\s+public|\s+void)/,
    /@Test\(.*\benabled\s*=\s*false/,
  ],
  focuses: [],
  scopes: [/^\s*(?:public |final |abstract )*class \w*(?:Tests?|IT|TestCase)\b/, /^\s*@Nested\b/],
  functions: [METHOD],
  imports: [/^import (?:static )?([\w.*]+);/, /^package ([\w.]+);/],
  definitions: [METHOD, /^\s*(?:\w+ )*(?:class|interface|enum|record|@interface) (\w+)/],
};
