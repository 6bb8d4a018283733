import type { Language } from "./language.ts";

const METHOD =
  /^\s*(?:\[[^\]]*\]\s*)*(?!(?:return|new|throw|else|await|using|namespace|case)\b)(?:(?:public|protected|private|internal|static|async|virtual|override|sealed|partial)\s+)+[\w.]+(?:<[^(]*>)?(?:\[\])?\??\s+(\w+)(?:<[^(]*>)?\s*\(/;

/** C#: xUnit, NUnit, MSTest, FluentAssertions, Shouldly. */
export const csharp: Language = {
  name: "C#",
  endings: ["cs"],
  testFile: /[^/]Tests?\d*\.cs$/,
  testFolder: null,
  comment: /^\s*(?:\/\/|\/\*|\*\/|\*\s|\*$)/,
  blocks: [["/*", "*/"]],
  cases: [],
  marks: [
    /^\s*\[(?:[\w]+(?:\([^)]*\))?,\s*)*(?:\w*Fact|\w*Theory|Test|TestCase|TestCaseSource|TestMethod|DataTestMethod)\b/,
  ],
  assertions: [
    /\b(?:Assert|StringAssert|CollectionAssert|Verify|Verifier)\.\w+(?:<.*>)?\(/,
    /\.(?:Should|ShouldBe\w*|ShouldNot\w*|Should[A-Z]\w*)(?:<.*>)?\(/,
    /\.(?:Verify|VerifyAll|VerifyNoOtherCalls|Received|DidNotReceive)\w*\(/,
    /\bExpect\(|\[ExpectedException\b/,
    /\bShould\.Throw\w*/,
  ],
  guards: [/\bAssert\.(?:NotNull|IsNotNull)\(\w+\);/, /\.EnsureSuccessStatusCode\(/],
  rows: [
    /^\s*\[(?:\w+,\s*)*(?:InlineData|TestCase|DataRow)\(/,
    /^\s*yield return new\b.*(?:\[\]|TestCaseData)/,
  ],
  listed: [],
  tables: [
    /\b(?:TheoryData|MemberData)\b.*[({]\s*$/,
    /new (?:List<object\[\]>|object\[\]\[\]|TheoryData<.*>)(?:\(\))?\s*\{?\s*$/,
  ],
  lists: [],
  conditions: [],
  skips: [
    /\[(?:\w*Fact|\w*Theory)\(.*\bSkip\s*=/,
    /^\s*\[(?:\w+,\s*)*(?:Ignore|Explicit)\b/,
    /^\s*Assert\.(?:Ignore|Inconclusive|Skip)\(/,
  ],
  focuses: [],
  scopes: [/^\s*(?:\w+ )*class \w*Tests?\b/, /^\s*\[(?:TestFixture|TestClass)\b/],
  functions: [METHOD],
  imports: [/^\s*(?:global )?using (?:static )?(?:\w+ = )?([\w.]+);/],
  definitions: [METHOD, /^\s*(?:\w+ )*(?:class|interface|struct|record|enum) (\w+)/],
};
