import { expect, test } from "vitest";
import { changeOf, ruleOf } from "./testing/change-of.ts";

const CASE = `
+  @Test
+  void refusesAnEmptyText() {
+    assertThrows(ParseException.class, () -> parse(""));
+  }
+
   @Test
   void parses() {
`;

test.each([
  ["a method that is marked", "case-added", CASE],
  [
    "a method of JUnit 3",
    "case-added",
    '+  public void testEmpty() {\n+    assertEquals(0, parse(""));\n+  }',
  ],
  [
    "a method with parameters over lines",
    "case-added",
    '+  @ParameterizedTest\n+  @CsvSource({\n+    "a,1",\n+  })\n+  void counts(String text, int count) {\n+    assertThat(parse(text)).isEqualTo(count);\n+  }',
  ],
  [
    "an assertion",
    "assertion-added",
    '   @Test\n   void parses() {\n     Node got = parse("a");\n+    assertThat(got.line()).isEqualTo(1);\n   }',
  ],
  [
    "a check of a mock",
    "assertion-added",
    "   @Test\n   void sends() {\n     send();\n+    verify(client).post(any());\n   }",
  ],
  [
    "a row",
    "row-added",
    '   @CsvSource({\n     "a,1",\n+    "b,2",\n   })\n   void counts(String text, int count) {',
  ],
  [
    "a set of arguments",
    "row-added",
    '         Arguments.of("a", 1),\n+        Arguments.of("", 0),\n         Arguments.of("b", 1));',
  ],
  [
    "a skip taken away",
    "case-turned-on",
    '   @Test\n-  @Disabled("flaky")\n   void parses() {\n     assertEquals(1, parse("a"));\n   }',
  ],
  ["a case that is off", "only-skips", CASE.replace("+  @Test", "+  @Test\n+  @Disabled")],
  [
    "a case turned off",
    "only-skips",
    '   @Test\n+  @Ignore("flaky")\n   public void parses() {\n     assertEquals(1, parse("a"));\n   }',
  ],
  [
    "another value expected",
    "expectation-adapted",
    '   @Test\n   void parses() {\n-    assertEquals(1, parse("a"));\n+    assertEquals(2, parse("a"));',
  ],
  [
    "a helper",
    "only-helpers",
    "+  private static Node build(String text) {\n+    return new Node(text);\n+  }",
  ],
  ["an import", "only-imports", "-import org.junit.Test;\n+import org.junit.jupiter.api.Test;"],
  ["a case taken away", "only-removed", CASE.replaceAll("\n+", "\n-")],
])("Java: %s", (_name, rule, hunk) => {
  expect(ruleOf("src/test/java/ParserTest.java", hunk)).toBe(rule);
});

test("Java: a case is named by its method", () => {
  expect(changeOf("ParserTest.java", CASE).cases).toEqual(["refusesAnEmptyText"]);
});

test.each([
  [
    "a function that is marked",
    "case-added",
    '+  @Test\n+  fun `refuses an empty text`() {\n+    assertFailsWith<ParseException> { parse("") }\n+  }',
  ],
  [
    "a case of Kotest",
    "case-added",
    '+  "refuses an empty text" {\n+    shouldThrow<ParseException> { parse("") }\n+  }',
  ],
  [
    "a case in a function",
    "case-added",
    '+  test("refuses an empty text") {\n+    parse("") shouldBe null\n+  }',
  ],
  [
    "an assertion",
    "assertion-added",
    '   @Test\n   fun parses() {\n     val got = parse("a")\n+    got.line shouldBe 1\n   }',
  ],
  [
    "a case that is off",
    "only-skips",
    '+  xtest("refuses an empty text") {\n+    parse("") shouldBe null\n+  }',
  ],
  [
    "another value expected",
    "expectation-adapted",
    '   @Test\n   fun parses() {\n-    assertEquals(1, parse("a"))\n+    assertEquals(2, parse("a"))',
  ],
  [
    "a case taken away",
    "only-removed",
    "-  @Test\n-  fun parses() {\n-    assertEquals(1, parse())\n-  }",
  ],
])("Kotlin: %s", (_name, rule, hunk) => {
  expect(ruleOf("src/test/kotlin/ParserTest.kt", hunk)).toBe(rule);
});
