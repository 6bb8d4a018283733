import { describe, expect, test } from "vitest";
import { ruleOf } from "./testing/change-of.ts";

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
      "a row without names",
      "row-added",
      `
 	tests := []struct {
 		in   string
 		want bool
 	}{
 		{
 			"a",
 			true,
 		},
+		{
+			"",
+			false,
+		},
 	}
`,
    ],
    [
      "a value more to expect of rows that were there",
      "expectation-extended",
      `
 func TestCount(t *testing.T) {
 	tests := []struct {
-		want int
+		wantNodes    int
+		wantSessions int
 	}{
 		{
-			want: 1,
+			wantNodes:    1,
+			wantSessions: 4,
 		},
 	}
 	for _, tt := range tests {
-		if count() != tt.want {
-			t.Errorf("want %v", tt.want)
+		if nodes, sessions := count(); nodes != tt.wantNodes || sessions != tt.wantSessions {
+			t.Errorf("want %v, %v", tt.wantNodes, tt.wantSessions)
 		}
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
