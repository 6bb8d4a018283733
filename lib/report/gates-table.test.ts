import { expect, test } from "vitest";
import { renderGatesTable } from "./gates-table.ts";
import { SAMPLE_GATES, UNLISTED_GATES } from "./testing/sample-gates.ts";

test("gates, findings with their places and tests that nothing runs stand below each other", () => {
  expect(renderGatesTable(SAMPLE_GATES)).toMatchInlineSnapshot(`
    "owner/name at bbbbbbbbbbbb, as of 2026-06-12T00:00:00.000Z
    4 jobs in 1 workflow file, 1 masked
    1 of them test, 1 on pull requests: 1 unit, 0 integration, 0 e2e, 0 smoke
    5 test files, by their paths: 2 unit, 0 integration, 3 e2e
    1 of them run on pull requests, 1 only otherwise, 2 by no job, 1 unclear
    .github/workflows/broken.yml cannot be read: what its jobs would run is unknown

    gate                     kind   on pull requests  masked  tests          findings
    checks.yml:unit          unit   yes               no      1 + 1 unclear  checks.yml:5,9
    checks.yml:@team | =cmd  other  yes               yes     0              checks.yml:12
    checks.yml:elsewhere     build  no                no      unknown        checks.yml:20
    checks.yml:still         lint   yes               no      0

    Jobs that stand for others:
      place                            job           stands for  when that failed  when skipped
      .github/workflows/checks.yml:12  @team | =cmd  unit        passes            passes
      .github/workflows/checks.yml:12  @team | =cmd  other       unknown           is never skipped alone

    Findings:
      .github/workflows/broken.yml:3                 broken_workflow  The workflow file is not valid YAML.
      .github/workflows/checks.yml:9   unit          masked           its failure is swallowed by || true
      .github/workflows/checks.yml:5   unit          path_filtered    It runs only when certain paths change.
      .github/workflows/checks.yml:12  @team | =cmd  masked           it passes although the job unit failed
      .github/workflows/checks.yml:20  elsewhere     unreadable_call  It lies elsewhere.
      and 1 more, on when jobs start that run no test; --format json lists all

    Tests that no job runs, 2:
      tests/e2e/test_x.sh  No job runs it; .github/workflows/checks.yml:still only lints it.
      =a/unit.test.ts      No job names it or a folder that holds it.

    Tests that never run on pull requests, 1:
      tests/e2e/test_y.sh  Only by night.

    Tests of which it cannot be told whether a job runs them, 1:
      tests/e2e/test_z.sh  A word is not known.
    "
  `);
});

const many = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    path: at === count - 1 ? "zz/e2e/last.spec.ts" : `src/${at}.test.ts`,
    why: "No job names it.",
    lintedBy: [],
  }));

test.each([
  [20, 20, null],
  [21, 20, "and 1 more; --format json lists all"],
  [5000, 20, "and 4980 more; --format json lists all"],
])(
  "of %i orphans it shows %i, the end-to-end ones first, and counts the rest",
  (all, shown, rest) => {
    const text = renderGatesTable({
      ...SAMPLE_GATES,
      testFiles: { unit: all + 1, integration: 0, e2e: 1 },
      orphans: many(all),
    });
    const [, block = ""] = text.split(`Tests that no job runs, ${all}:\n`);
    const lines = block.split("\n\n")[0]?.split("\n") ?? [];
    expect(lines.filter((line) => line.includes("No job names it."))).toHaveLength(shown);
    expect(lines[0]).toContain("zz/e2e/last.spec.ts");
    expect(lines[shown]?.trim() ?? null).toBe(rest);
  },
);

test("where the files could not be listed nothing is counted", () => {
  const text = renderGatesTable(UNLISTED_GATES);
  expect(text).toContain("Which test files there are is unknown: The files could not be listed.");
  expect(text).toMatch(/checks\.yml:unit +unit +yes +no +unknown/);
  expect(text).not.toContain("No orphan tests.");
});

test("a clone without workflow files says so", () => {
  const text = renderGatesTable({ ...SAMPLE_GATES, gates: [], findings: [], orphans: [] });
  expect(text).toContain("No gates: no workflow file declares a job.");
  expect(text).toContain("No findings.");
  expect(text).toContain("No orphan tests.");
});
