import { describe, expect, test } from "vitest";
import { known } from "#/lib/facts/known.ts";
import { climbing } from "../testing/climbing.ts";
import { readGates } from "./read-gates.ts";

const E2E = "tests/e2e/test_x.sh";
const FIX = [
  { path: E2E, previousPath: null, status: "added", additions: 3, deletions: 0 },
] as const;

/** The rung of a fix that adds the test, and the findings of the job `e2e` that names it. */
function judged(jobs: string, on = "pull_request") {
  const text = `on: [${on}]\njobs:\n${jobs}`;
  const { gates, findings } = readGates([{ path: ".github/workflows/a.yml", text }]);
  const { rung } = climbing({
    files: known(FIX),
    gates: known(gates),
    rules: { acceptedKinds: ["e2e"] },
  });
  const own = findings.filter(({ job }) => job === "e2e");
  return { rung, kinds: own.map(({ kind }) => kind), said: own.map((f) => f.message).join("\n") };
}
const job = (more: string, step = "") =>
  `  e2e:\n${more}    steps:\n      - run: bash ${E2E}\n${step}`;
const build = (condition: string) => `  build:\n    if: ${condition}\n    steps: []\n`;

describe("what never runs on pull requests gates nothing and leaves a finding", () => {
  test.each([
    ["a job that is off", job("    if: false\n"), "disabled"],
    ["a job that is off by an expression", job("    if: ${{ false }}\n"), "disabled"],
    ["a job that is off whatever else", job("    if: github.ref == 'x' && false\n"), "disabled"],
    [
      "a job on other events",
      job("    if: github.event_name == 'push' || github.event_name == 'schedule'\n"),
      "no_pull_request_trigger",
    ],
    ["a step that is off", job("", "        if: false\n"), "disabled"],
    ["a step that is off by an expression", job("", "        if: ${{ false }}\n"), "disabled"],
    ["a step on push", job("", "        if: github.event_name == 'push'\n"), "disabled"],
    [
      "a job that needs one that is off",
      build("false") + job("    needs: [build]\n    if: github.ref != 'x'\n"),
      "disabled",
    ],
    [
      "a job that needs one on push",
      build("github.event_name == 'push'") + job("    needs: build\n"),
      "no_pull_request_trigger",
    ],
    [
      "a job that needs one that needs one that is off",
      `${build("false")}  pack:\n    needs: build\n    steps: []\n${job("    needs: pack\n")}`,
      "disabled",
    ],
    [
      "a job that asks for the success of one that is off",
      build("false") +
        job("    needs: build\n    if: always() && needs.build.result == 'success'\n"),
      "no_pull_request_trigger",
    ],
    ["a listing", job("").replace(`bash ${E2E}`, "npx playwright test --list"), "disabled"],
    ["a variable", job("").replace(`bash ${E2E}`, "npx playwright test $SPEC"), "unresolved_tests"],
    ["a mask by an expression", job("", "        continue-on-error: ${{ true }}\n"), "masked"],
    ["a mask", job("", "        continue-on-error: true\n"), "masked"],
    ["; true", job("").replace(E2E, `${E2E}; true`), "masked"],
  ])("%s", (_name, jobs, kind) => {
    const { rung, kinds } = judged(jobs);
    expect(rung).toBe("tested");
    expect(kinds).toContain(kind);
  });
});

describe("what can run still gates", () => {
  test.each([
    ["a condition that holds", job("    if: github.event_name == 'pull_request'\n")],
    ["a condition that cannot be told", job("    if: github.actor != 'x'\n")],
    ["a step that always runs", job("", "        if: always()\n")],
    [
      "a job that runs whatever it needs",
      `${build("false")}${job("    needs: build\n    if: always()\n")}`,
    ],
    ["jobs that need one another", job("    needs: e2e\n")],
    ["a need that nobody declares", job("    needs: [gone]\n")],
    ["an expression that is no mask", job("", "        continue-on-error: ${{ false }}\n")],
  ])("%s", (_name, jobs) => {
    expect(judged(jobs).rung).toBe("gated");
  });
});

test("a disabled job names no test, says why, and keeps its kind", () => {
  const text = `on: pull_request\njobs:\n${build("false")}${job("    needs: build\n")}`;
  const [, gate] = readGates([{ path: ".github/workflows/a.yml", text }]).gates;
  expect(gate).toMatchObject({ kind: "e2e", runs: [], testPaths: [], runsOnPullRequest: false });
  expect(judged(build("false") + job("    needs: build\n")).said).toContain(
    "it needs the job build, which is skipped (if: false)",
  );
});

test("a step for pushes is kept by a job that runs on pushes only", () => {
  const text = `on: push\njobs:\n${job("", "        if: github.event_name == 'push'\n")}`;
  expect(readGates([{ path: "a.yml", text }]).gates[0]?.testPaths).toEqual([E2E]);
});

test("a variable is named in the finding, and a flag that says only how is none", () => {
  const run = (command: string) => judged(job("").replace(`bash ${E2E}`, command));
  expect(run("npx playwright test $SPEC").said).toContain("What `$SPEC` names cannot be told");
  expect(run("npx playwright test --workers=$N").kinds).not.toContain("unresolved_tests");
});
