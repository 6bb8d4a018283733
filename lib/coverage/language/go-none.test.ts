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
      "another name for what rows expect",
      "expectation-adapted",
      `
-	tests := []struct{ want int }{
+	tests := []struct{ wantNodes int }{
 		{
-			want: 1,
+			wantNodes: 1,
 		},
 	}
 	for _, tt := range tests {
-		assert.Equal(t, tt.want, count())
+		assert.Equal(t, tt.wantNodes, count())
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
