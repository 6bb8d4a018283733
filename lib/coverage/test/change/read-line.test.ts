import fc from "fast-check";
import { expect, test } from "vitest";
import type { Language } from "../../language/language.ts";
import { LANGUAGES } from "../../language/languages.ts";
import { caseOf, functionOf, indentOf, is, listLength, readLine } from "./read-line.ts";

const LINES = [
  '  it("parses", () => {',
  '    expect(parse("a")).toBe(1);',
  "  it.skip('parses', async () => {",
  '  for (const ext of ["a", "b"]) {',
  "func TestParse(t *testing.T) {",
  '\tt.Run("a", func(t *testing.T) {',
  "\tassert.Equal(t, 1, got)",
  "\t\t\tt.Skip()",
  "def test_parse():",
  "    assert got == 1",
  '@pytest.mark.parametrize("a", ["b", "c"])',
  "    #[test]",
  "    fn parses() {",
  "        assert_eq!(got, 1);",
  "    @Test",
  "    public void testParse() {",
  "        assertEquals(1, got);",
  "    [Fact]",
  '  it "parses" do',
  "    public function testParse(): void",
  "        $this->assertSame(1, $got);",
  '@test "parses" {',
  "import { a } from './a';",
  "  });",
  "",
];
const language = fc.constantFrom(...LANGUAGES);
const line = fc.oneof(fc.constantFrom(...LINES), fc.string({ unit: "binary" }));

test("patterns that were joined find what each of them finds", () => {
  const groups = [
    ["mark", "marks"],
    ["scope", "scopes"],
    ["table", "tables"],
    ["row", "rows"],
    ["listed", "listed"],
    ["list", "lists"],
    ["condition", "conditions"],
    ["skip", "skips"],
    ["focus", "focuses"],
    ["guard", "guards"],
    ["import", "imports"],
  ] as const;
  fc.assert(
    fc.property(language, line, (spoken, text) => {
      const read = readLine(spoken, text, true);
      if (read.onlyCloses) return;
      for (const [trait, patterns] of groups) {
        const each = spoken[patterns].some((pattern) => pattern.test(read.text));
        expect([trait, is(read, trait)]).toEqual([trait, each]);
      }
    }),
    { numRuns: 1000 },
  );
});

const traitsOf = (spoken: Language, text: string, changed = true) => {
  const read = readLine(spoken, text, changed);
  return [
    caseOf(read),
    functionOf(read),
    is(read, "assertion"),
    is(read, "skip"),
    listLength(read),
  ];
};

test("what is asked first, and how often, changes no answer", () => {
  fc.assert(
    fc.property(language, line, fc.boolean(), (spoken, text, changed) => {
      const asked = readLine(spoken, text, changed);
      const late = [
        is(asked, "skip"),
        is(asked, "assertion"),
        functionOf(asked),
        is(asked, "skip"),
      ];
      const [, called, asserts, skips] = traitsOf(spoken, text, changed);
      expect(late).toEqual([skips, asserts, called, skips]);
    }),
  );
});

test("how far a line is indented changes no answer", () => {
  fc.assert(
    fc.property(
      language,
      fc.constantFrom(...LINES),
      fc.integer({ min: 3, max: 60 }),
      (one, text, by) => {
        const at = (spaces: number) => traitsOf(one, " ".repeat(spaces) + text.trim());
        expect(at(by)).toEqual(at(2));
      },
    ),
  );
});

test("only the first 400 characters of a line are read", () => {
  for (const spoken of LANGUAGES) {
    expect(readLine(spoken, " ".repeat(9) + "x".repeat(1_000_000), true).text.length).toBeLessThan(
      400,
    );
  }
});

test("the indent is what a pattern calls space", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(" ", "\t", "\u00a0", "\u3000", "\v", "a", "é") }),
      (text) => {
        expect(indentOf(text)).toBe(/^\s*/.exec(text)?.[0].length);
      },
    ),
  );
});
