import { expect, test } from "vitest";
import { ruleOf } from "./testing/change-of.ts";

const CASE = `
   describe "#parse" do
+    it "refuses an empty text" do
+      expect { parse("") }.to raise_error(ParseError)
+    end
   end
`;

test.each([
  ["a case of RSpec", "case-added", CASE],
  ["a case in one line", "case-added", "+    it { is_expected.to be_valid }"],
  ["a method of Minitest", "case-added", '+  def test_empty\n+    assert_nil parse("")\n+  end'],
  [
    "a case of Rails",
    "case-added",
    '+  test "refuses an empty text" do\n+    assert_nil parse("")\n+  end',
  ],
  [
    "shared cases",
    "case-added",
    '   context "as an admin" do\n+    it_behaves_like "a guarded page"\n   end',
  ],
  [
    "an assertion",
    "assertion-added",
    '    it "parses" do\n      got = parse("a")\n      expect(got.text).to eq("a")\n+     expect(got.line).to eq(1)\n    end',
  ],
  [
    "an assertion of Minitest",
    "assertion-added",
    '   test "parses" do\n     got = parse("a")\n+    assert_equal 1, got.line\n   end',
  ],
  [
    "a longer list of cases in one line",
    "row-added",
    '   test "refuses" do\n-    invalid_names = ["a b", "c,d"]\n+    invalid_names = ["a b", "c,d", "e;"]\n     invalid_names.each { |name| refute_match pattern, name }',
  ],
  [
    "a skip taken away",
    "case-turned-on",
    '-    xit "parses" do\n+    it "parses" do\n       expect(parse).to eq(1)\n     end',
  ],
  ["a case that is off", "only-skips", CASE.replace("+    it", "+    xit")],
  ["a case without a body", "only-skips", '+    it "refuses an empty text"'],
  [
    "a case that is pending",
    "only-skips",
    '+    it "parses" do\n+      pending "later"\n+      expect(parse).to eq(1)\n+    end',
  ],
  [
    "another value expected",
    "expectation-adapted",
    '    it "parses" do\n-     expect(parse).to eq(1)\n+     expect(parse).to eq(2)',
  ],
  [
    "that nothing is raised",
    "no-assertion",
    '   test "saves" do\n-    klass.create!\n+    assert_nothing_raised { klass.create! }\n   end',
  ],
  ["a helper", "only-helpers", "+  def build\n+    Node.new\n+  end"],
  ["a case taken away", "only-removed", CASE.replaceAll("\n+", "\n-")],
])("Ruby: %s", (_name, rule, hunk) => {
  expect(ruleOf("spec/parse_spec.rb", hunk)).toBe(rule);
});
