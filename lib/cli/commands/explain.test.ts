import { Command } from "commander";
import { expect, test } from "vitest";
import { scratchClone } from "#/lib/forge/git/testing/scratch-clone.ts";
import { Explanation } from "#/lib/report/explanation.ts";
import { captured } from "../testing/captured.ts";
import { explainCommand } from "./explain.ts";

const explain = (...args: readonly string[]) =>
  captured(() =>
    new Command("gateline")
      .addCommand(explainCommand().exitOverride())
      .parseAsync(["explain", ...args], { from: "user" }),
  );

function history() {
  const scratch = scratchClone();
  scratch.write("src/a.go", "package a\n\nfunc TotalOf() int {\n\treturn 1\n}\n");
  scratch.commit("feat: a (#1)");
  scratch.write("src/a.go", "package a\n\nfunc TotalOf() int {\n\treturn 2\n}\n");
  scratch.write(
    "src/a_test.go",
    "package a\n\nfunc TestTotalOf(t *testing.T) {\n\tif TotalOf() != 2 {\n\t\tt.Fatal()\n\t}\n}\n",
  );
  scratch.commit("fix(core): the total (#2)");
  return scratch;
}

test("every rule that fired is told in order with its file and line", async () => {
  using scratch = history();
  const { out, error, failure } = await explain(scratch.directory, "#2");
  expect([failure, error]).toEqual([null, ""]);
  expect(out).toContain("fix(core): the total");
  expect(out).toContain("tested: covered, gated: gap");
  const told = out.match(/\[[a-z-]+.*\]$/gm);
  expect(told).toEqual([
    "[title-type]",
    "[case-added at src/a_test.go:3]",
    "[kind-unit at src/a_test.go]",
    "[calls-changed at src/a_test.go:4]",
    "[rung-reached]",
    "[rung-missed]",
  ]);
});

test("what is no fix says why and has no verdict", async () => {
  using scratch = history();
  const { out } = await explain(scratch.directory, "1");
  expect(out).toContain("fix: no");
  expect(out).toContain("No verdict");
});

test("json is one document that its schema takes", async () => {
  using scratch = history();
  const { out } = await explain(scratch.directory, "2", "--format", "json", "--policy", "audit");
  expect(Explanation.parse(JSON.parse(out))).toMatchObject({
    policy: "audit@1",
    item: { number: 2, verdict: "covered", testKind: "unit", exercisesFix: "yes" },
  });
});

test.each([
  ["a number that nobody merged", ["99"], "no merged pull request #99"],
  ["a word in place of a number", ["latest"], "Give the number of a pull request"],
])("%s is a wrong use", async (_name, args, sentence) => {
  using scratch = history();
  const { out, error, failure } = await explain(scratch.directory, ...args);
  expect(out).toBe("");
  expect(`${error}${String(failure)}`).toContain(sentence);
});
