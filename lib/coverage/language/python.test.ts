import { describe, expect, test } from "vitest";
import { ruleOf } from "./testing/change-of.ts";

const CASE = `
 
+def test_empty():
+    """An empty text is refused."""
+    with pytest.raises(ValueError):
+        parse("")
`;

describe("Python: a test is added or extended", () => {
  test.each([
    ["a function", "case-added", CASE],
    ["a coroutine", "case-added", "+async def test_load():\n+    assert await load() == 1"],
    [
      "a method of unittest",
      "case-added",
      "+    def test_empty(self):\n+        self.assertEqual(parse(''), 0)",
    ],
    [
      "a subtest",
      "case-added",
      '     def test_all(self):\n+        with self.subTest("empty"):\n+            self.assertIsNone(parse(""))',
    ],
    [
      "an assertion",
      "assertion-added",
      ' def test_parse():\n     got = parse("a")\n     assert got.text == "a"\n+    assert got.line == 1',
    ],
    [
      "an assertion of unittest",
      "assertion-added",
      "     def test_parse(self):\n         self.assertTrue(parse('a'))\n+        self.assertIn('a', seen)",
    ],
    [
      "an assertion on a mock",
      "assertion-added",
      " def test_send():\n     send()\n+    client.post.assert_called_once_with('/a')",
    ],
    [
      "a parameter set",
      "row-added",
      ' @pytest.mark.parametrize(\n     "text,count",\n     [\n         ("a", 1),\n+        ("", 0),\n     ],\n )\n def test_count(text, count):',
    ],
    [
      "a named parameter set",
      "row-added",
      '         pytest.param("a", 1, id="one"),\n+        pytest.param("", 0, id="none"),\n     ],',
    ],
    [
      "a longer list in one line",
      "row-added",
      '-@pytest.mark.parametrize("text", ["a", "b"])\n+@pytest.mark.parametrize("text", ["a", "b", ""])\n def test_parse(text):\n     assert parse(text)',
    ],
    [
      "a case that runs for several values now",
      "row-added",
      '+@pytest.mark.parametrize("pager", ["cat", "cat "])\n-def test_pager(out):\n+def test_pager(out, pager):\n     assert page(out)',
    ],
    [
      "a row of a list within the table",
      "row-added",
      ' cases = [\n     *[\n         ("a", 1),\n+        ("", 0),\n     ],\n ]',
    ],
    [
      "a case below a text that a comment introduces",
      "case-added",
      ' def test_load():\n     module = create(\n         # language=Python\n         """\n import a\n """,\n         name="a",\n     )\n+\n+def test_empty():\n+    assert load("") is None',
    ],
    [
      "a case below a text whose beginning is not seen",
      "case-added",
      ' import a\n """,\n         name="a",\n     )\n+\n+def test_empty():\n+    assert load("") is None',
    ],
    [
      "a skip taken away",
      "case-turned-on",
      '-@pytest.mark.skip("flaky")\n def test_parse():\n     assert parse("a")',
    ],
  ])("%s", (_name, rule, hunk) => {
    expect(ruleOf("tests/test_parse.py", hunk)).toBe(rule);
  });
});

describe("Python: no test is added", () => {
  test.each([
    [
      "a case that is skipped",
      "only-skips",
      '+@pytest.mark.skip(reason="later")\n+def test_empty():\n+    assert parse("") is None',
    ],
    [
      "a case that is expected to fail",
      "only-skips",
      '+@pytest.mark.xfail\n+def test_empty():\n+    assert parse("") is None',
    ],
    [
      "a case that skips itself",
      "only-skips",
      '+def test_empty():\n+    pytest.skip("later")\n+    assert parse("") is None',
    ],
    ["an empty case", "no-assertion", "+def test_empty():\n+    pass"],
    [
      "a skip added",
      "only-skips",
      "+@unittest.skip('flaky')\n def test_parse():\n     assert parse('a')",
    ],
    [
      "another value expected",
      "expectation-adapted",
      " def test_parse():\n-    assert parse('a') == 1\n+    assert parse('a') == 2",
    ],
    [
      "one more argument",
      "no-assertion",
      " def test_parse():\n-    got = parse('a')\n+    got = parse('a', strict=True)\n     assert got == 1",
    ],
    ["a fixture", "only-helpers", "+@pytest.fixture\n+def server():\n+    return Server()"],
    ["an import", "only-imports", "-from app import parse\n+from app.text import parse"],
    [
      "other quotes",
      "only-format",
      " def test_parse():\n-    assert parse('a') == 'b'\n+    assert parse(\"a\") == \"b\"",
    ],
    [
      "a case in a docstring",
      "only-format",
      ' def build():\n+    """Used like this.\n+\n+    def test_a():\n+        assert True\n+    """\n     return 1',
    ],
    [
      "code within a text that began above",
      "only-format",
      '+    def test_a():\n+        assert True\n text ends"""\n x = 1',
    ],
    ["a case taken away", "only-removed", CASE.replaceAll("\n+", "\n-")],
    [
      "a case with another name",
      "only-renamed",
      "-def test_a():\n+def test_parse():\n     assert parse('a') == 1",
    ],
  ])("%s", (_name, rule, hunk) => {
    expect(ruleOf("tests/test_parse.py", hunk)).toBe(rule);
  });
});
