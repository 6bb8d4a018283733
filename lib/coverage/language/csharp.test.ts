import { expect, test } from "vitest";
import { changeOf, ruleOf } from "./testing/change-of.ts";

const CASE = `
+    [Fact]
+    public async Task Refuses_an_empty_text()
+    {
+        await Assert.ThrowsAsync<ParseException>(() => Parse(""));
+    }
+
     [Fact]
     public void Parses()
`;

test.each([
  ["a method of xUnit", "case-added", CASE],
  [
    "a method of NUnit",
    "case-added",
    '+    [Test]\n+    public void RefusesAnEmptyText()\n+    {\n+        Assert.That(Parse(""), Is.Null);\n+    }',
  ],
  [
    "a method of MSTest",
    "case-added",
    '+    [TestMethod]\n+    public void RefusesAnEmptyText()\n+    {\n+        Assert.IsNull(Parse(""));\n+    }',
  ],
  [
    "an assertion",
    "assertion-added",
    '     [Fact]\n     public void Parses()\n     {\n         var got = Parse("a");\n+        got.Line.Should().Be(1);\n     }',
  ],
  [
    "inline data",
    "row-added",
    '     [Theory]\n     [InlineData("a", 1)]\n+    [InlineData("", 0)]\n     public void Counts(string text, int count)',
  ],
  [
    "a skip taken away",
    "case-turned-on",
    '     [Test]\n-    [Ignore("flaky")]\n     public void Parses()\n     {\n         Assert.AreEqual(1, Parse("a"));\n     }',
  ],
  ["a case that is off", "only-skips", CASE.replace("+    [Fact]", '+    [Fact(Skip = "later")]')],
  [
    "another value expected",
    "expectation-adapted",
    '     [Fact]\n     public void Parses()\n     {\n-        Assert.Equal(1, Parse("a"));\n+        Assert.Equal(2, Parse("a"));',
  ],
  [
    "a helper",
    "only-helpers",
    "+    private static Node Build(string text)\n+    {\n+        return new Node(text);\n+    }",
  ],
  ["an import", "only-imports", "+using System.Linq;"],
  ["a case taken away", "only-removed", CASE.replaceAll("\n+", "\n-")],
])("C#: %s", (_name, rule, hunk) => {
  expect(ruleOf("Parser.Tests/ParserTests.cs", hunk)).toBe(rule);
});

test("C#: a case is named by its method", () => {
  expect(changeOf("ParserTests.cs", CASE).cases).toEqual(["Refuses_an_empty_text"]);
});
