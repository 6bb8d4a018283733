import { expect, test } from "vitest";
import { ruleOf } from "./testing/change-of.ts";

const CASE = `
+    public function testEmpty(): void
+    {
+        $this->expectException(ParseException::class);
+        parse('');
+    }
+
     public function testParses(): void
`;

test.each([
  ["a method", "case-added", CASE],
  [
    "a method with an attribute",
    "case-added",
    "+    #[Test]\n+    public function refuses_an_empty_text(): void\n+    {\n+        $this->assertNull(parse(''));\n+    }",
  ],
  [
    "a method with a mark in its comment",
    "case-added",
    "+    /** @test */\n+    public function refuses_an_empty_text(): void\n+    {\n+        $this->assertNull(parse(''));\n+    }",
  ],
  [
    "a case of Pest",
    "case-added",
    "+it('refuses an empty text', function () {\n+    expect(parse(''))->toBeNull();\n+});",
  ],
  [
    "an assertion",
    "assertion-added",
    "     public function testParses(): void\n     {\n         $got = parse('a');\n+        $this->assertSame(1, $got->line);\n     }",
  ],
  [
    "a row of a provider",
    "row-added",
    "     public static function texts(): iterable\n     {\n         yield 'one' => ['a', 1];\n+        yield 'none' => ['', 0];\n     }",
  ],
  [
    "a row of a loop",
    "row-added",
    "     public function testChop(): void\n     {\n         foreach ([\n+            '' => ['', ''],\n             'a b' => ['a ', 'b'],\n         ] as $text => $value) {",
  ],
  [
    "a row of a provider that returns a list",
    "row-added",
    "     public static function textProvider(): array\n     {\n         return [\n             ['a', 1],\n+            ['', 0],\n         ];\n     }",
  ],
  [
    "an element of what a helper returns",
    "only-helpers",
    "     private function texts(): array\n     {\n         return [\n             'a',\n+            'b',\n         ];\n     }",
  ],
  [
    "a skip taken away",
    "case-turned-on",
    "     public function testParses(): void\n     {\n-        $this->markTestSkipped('flaky');\n         $this->assertSame(1, parse('a'));\n     }",
  ],
  [
    "a case that skips itself",
    "only-skips",
    "+    public function testEmpty(): void\n+    {\n+        $this->markTestSkipped('later');\n+        $this->assertNull(parse(''));\n+    }",
  ],
  [
    "another value expected",
    "expectation-adapted",
    "     public function testParses(): void\n     {\n-        $this->assertSame(1, parse('a'));\n+        $this->assertSame(2, parse('a'));",
  ],
  [
    "a mock",
    "no-assertion",
    "     public function testParses(): void\n     {\n+        $client->method('get')->willReturn('a');\n         $this->assertSame(1, parse('a'));",
  ],
  ["an import", "only-imports", "-use App\\Parser;\n+use App\\Text\\Parser;"],
  ["a case taken away", "only-removed", CASE.replaceAll("\n+", "\n-")],
])("PHP: %s", (_name, rule, hunk) => {
  expect(ruleOf("tests/ParserTest.php", hunk)).toBe(rule);
});
