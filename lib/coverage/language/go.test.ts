import { describe, expect, test } from "vitest";
import { changeOf, ruleOf } from "./testing/change-of.ts";

const CASE = `
 }
 
+func TestParseEmpty(t *testing.T) {
+	got, err := Parse("")
+	if err == nil {
+		t.Fatal("an empty text parses")
+	}
+	assert.Nil(t, got)
+}
`;

describe("Go: a test is added or extended", () => {
  test.each([
    ["a new function", "case-added", CASE],
    [
      "a new method of a suite",
      "case-added",
      `
 
+func (s *ParserSuite) TestEmpty() {
+	s.Equal(1, Parse(""))
+}
`,
    ],
    [
      "a new subtest",
      "case-added",
      `
@@ func TestParse(t *testing.T) {
 	})
+	t.Run("an empty text", func(t *testing.T) {
+		require.Error(t, Parse(""))
+	})
 }
`,
    ],
    [
      "a step that takes the test",
      "case-added",
      `
+func testShrink(t *testing.T, pool *Pool) {
+	assert.True(t, pool.WaitFor(0))
+}
`,
    ],
    [
      "a new spec of Ginkgo",
      "case-added",
      `
 	Describe("parsing", func() {
+		It("refuses an empty text", func() {
+			Expect(Parse("")).To(MatchError("empty"))
+		})
 	})
`,
    ],
    [
      "an assertion of testify",
      "assertion-added",
      `
@@ func TestParse(t *testing.T) {
 	got := Parse("a")
 	assert.Equal(t, "a", got.Text)
+	assert.Equal(t, 1, got.Line)
 }
`,
    ],
    [
      "an assertion by hand",
      "assertion-added",
      `
@@ func TestParse(t *testing.T) {
 	got := Parse("a")
+	if got.Line != 1 {
+		t.Errorf("line %d", got.Line)
+	}
 }
`,
    ],
    [
      "a step in a fluent test",
      "assertion-added",
      `
@@ func TestRun(t *testing.T) {
 		Run().
 		Then().
+		Expect(StateIs(Done)).
 		Expect(CountIs(1))
`,
    ],
    [
      "a call of a helper that asserts and is new",
      "assertion-added",
      `
+func sameText(t *testing.T, got Node, want string) {
+	t.Helper()
+	assert.Equal(t, want, got.Text)
+}
+
 func TestParse(t *testing.T) {
 	got := Parse("a")
+	sameText(t, got, "a")
 }
`,
    ],
    [
      "a row with a name",
      "row-added",
      `
@@ func TestParse(t *testing.T) {
 			want: "a",
 		},
+		{
+			name: "empty",
+			want: "",
+		},
 	}
`,
    ],
    [
      "a row of a map",
      "row-added",
      `
 	tests := map[string]struct{ in, want string }{
 		"one": {in: "a", want: "a"},
+		"none": {in: "", want: ""},
 	}
`,
    ],
    [
      "a row beside others whose table begins above",
      "row-added",
      `
@@ func TestValidate(t *testing.T) {
 		{"loopback", "http://127.0.0.1", true},
+		{"documentation", "http://192.0.2.1", true},
 		{"public", "http://8.8.8.8", false},
`,
    ],
    [
      "a skip taken away",
      "case-turned-on",
      `
 func TestParse(t *testing.T) {
-	t.Skip("flaky")
 	assert.Equal(t, 1, Parse("a"))
 }
`,
    ],
    [
      "another case in the place of one",
      "case-rewritten",
      `
-func TestFirstStartIsOpen(t *testing.T) {
+func TestFirstStartIsClosed(t *testing.T) {
 	code := get("/settings")
-	if code != http.StatusOK {
+	if code != http.StatusUnauthorized {
 		t.Errorf("code %d", code)
 	}
-	assert.Equal(t, true, open)
+	assert.Equal(t, false, open)
 }
`,
    ],
  ])("%s", (_name, rule, hunk) => {
    expect(ruleOf("pkg/parse_test.go", hunk)).toBe(rule);
  });
});

describe("Go: no test is added", () => {
  test.each([
    [
      "a new case that is skipped",
      "only-skips",
      `
+func TestParseEmpty(t *testing.T) {
+	t.Skip("later")
+	assert.Nil(t, Parse(""))
+}
`,
    ],
    ["an empty case", "no-assertion", "+func TestParseEmpty(t *testing.T) {\n+}"],
    [
      "a skip added",
      "only-skips",
      `
 func TestParse(t *testing.T) {
+	t.Skip("flaky")
 	assert.Equal(t, 1, Parse("a"))
 }
`,
    ],
    [
      "another value expected",
      "expectation-adapted",
      `
@@ func TestParse(t *testing.T) {
-	assert.Equal(t, 1, Parse("a"))
+	assert.Equal(t, 2, Parse("a"))
`,
    ],
    [
      "assert became require",
      "expectation-adapted",
      `
@@ func TestParse(t *testing.T) {
-	assert.Equal(t, 1, Parse("a"))
+	require.Equal(t, 1, Parse("a"))
`,
    ],
    [
      "a call got a parameter and an error that is only checked",
      "no-assertion",
      `
@@ func TestParse(t *testing.T) {
-	got := Parse("a")
+	got, err := Parse(t.Context(), "a")
+	require.NoError(t, err)
 	assert.Equal(t, 1, got)
`,
    ],
    [
      "a row that expects something else",
      "expectation-adapted",
      `
 	tests := []struct{ in string; want bool }{
-		{"a", true},
+		{"a", false},
 	}
 	for _, tt := range tests {
`,
    ],
    [
      "a mock that expects a query",
      "no-assertion",
      `
 func TestUpdate(t *testing.T) {
+	mock.ExpectQuery("SELECT").
+		WillReturnRows(rows)
 	update()
`,
    ],
    [
      "an element of a fixture",
      "no-assertion",
      `
 func TestUpdate(t *testing.T) {
 	pod := Pod{Env: []EnvVar{
 		{Name: "A", Value: "1"},
+		{Name: "B", Value: "2"},
 	}}
 	assert.True(t, update(pod))
`,
    ],
    ["a helper alone", "only-helpers", "+func open(t *testing.T) *File {\n+\treturn must()\n+}"],
    [
      "a helper that asserts and nobody calls",
      "only-helpers",
      `
+func sameText(t *testing.T, got Node) {
+	t.Helper()
+	assert.Equal(t, "a", got.Text)
+}
`,
    ],
    ["an import", "only-imports", '@@ import (\n \t"testing"\n+\t"time"\n )'],
    [
      "a test in a comment",
      "only-format",
      "+// func TestA(t *testing.T) {\n+// \tassert.True(t, ok)\n+/*\n+func TestB(t *testing.T) {\n+*/",
    ],
    [
      "a line that moved",
      "only-format",
      `
 func TestParse(t *testing.T) {
-	assert.Equal(t, 1, one())
 	assert.Equal(t, 2, two())
+	assert.Equal(t, 1, one())
 }
`,
    ],
    [
      "a name that changed with what it calls",
      "expectation-adapted",
      `
-func TestUserCopy(t *testing.T) {
+func TestItemCopy(t *testing.T) {
-	assert.Equal(t, want, UserCopy(users))
+	assert.Equal(t, want, ItemCopy(users))
 }
`,
    ],
    [
      "a case with another name",
      "only-renamed",
      `
-func TestA(t *testing.T) {
+func TestParse(t *testing.T) {
 	assert.Equal(t, 1, Parse("a"))
 }
`,
    ],
    ["a case taken away", "only-removed", CASE.replaceAll("\n+", "\n-")],
  ])("%s", (_name, rule, hunk) => {
    expect(ruleOf("pkg/parse_test.go", hunk)).toBe(rule);
  });
});

test("Go: a case that is deleted does not weigh against an assertion beside it", () => {
  const { rule, cases } = changeOf(
    "a_test.go",
    `
 func TestOne(t *testing.T) {
 	one()
+	assert.Equal(t, 1, count)
 }
 
-func TestTwo(t *testing.T) {
-	assert.Equal(t, 2, two())
-	assert.Equal(t, 3, three())
-}
-
 func TestThree(t *testing.T) {
`,
  );
  expect({ rule, cases }).toEqual({ rule: "assertion-added", cases: ["TestOne"] });
});
