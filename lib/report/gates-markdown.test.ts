import { expect, test } from "vitest";
import { renderGatesMarkdown } from "./gates-markdown.ts";
import { SAMPLE_GATES, UNLISTED_GATES } from "./testing/sample-gates.ts";

test("the same as Markdown, with every finding", () => {
  expect(renderGatesMarkdown(SAMPLE_GATES)).toMatchInlineSnapshot(`
    "## Gates

    - owner/name at bbbbbbbbbbbb, as of 2026-06-12T00:00:00.000Z
    - 4 jobs in 1 workflow file, 1 masked
    - 1 of them test, 1 on pull requests: 1 unit, 0 integration, 0 e2e, 0 smoke
    - 5 test files, by their paths: 2 unit, 0 integration, 3 e2e
    - 1 of them run on pull requests, 1 only otherwise, 2 by no job, 1 unclear
    - .github/workflows/broken.yml cannot be read: what its jobs would run is unknown

    | place | job | kind | on pull requests | masked | tests | findings |
    | --- | --- | --- | --- | --- | --- | --- |
    | .github/workflows/checks.yml:5 | unit | unit | yes | no | 1 + 1 unclear | 2 |
    | .github/workflows/checks.yml:12 | @​team \\| =cmd | other | yes | it passes although the job unit failed | 0 | 2 |
    | .github/workflows/checks.yml:20 | elsewhere | build | no | no | unknown | 1 |
    | .github/workflows/checks.yml:30 | still | lint | yes | no | 0 | 0 |

    ### Jobs that stand for others

    | place | job | stands for | when that failed | when skipped |
    | --- | --- | --- | --- | --- |
    | .github/workflows/checks.yml:12 | @​team \\| =cmd | unit | passes | passes |
    | .github/workflows/checks.yml:12 | @​team \\| =cmd | other | unknown | is never skipped alone |

    ### Findings

    | place | job | finding | what |
    | --- | --- | --- | --- |
    | .github/workflows/broken.yml:3 |  | broken\\_workflow | The workflow file is not valid YAML. |
    | .github/workflows/checks.yml:9 | unit | masked | its failure is swallowed by \\|\\| true |
    | .github/workflows/checks.yml:5 | unit | path\\_filtered | It runs only when certain paths change. |
    | .github/workflows/checks.yml:12 | @​team \\| =cmd | masked | it passes although the job unit failed |
    | .github/workflows/checks.yml:12 | @​team \\| =cmd | conditional | It runs only if always() && \\[31mred |
    | .github/workflows/checks.yml:20 | elsewhere | unreadable\\_call | It lies elsewhere. |

    ### Tests that no job runs, 2

    | test | why |
    | --- | --- |
    | =a/unit.test.ts | No job names it or a folder that holds it. |
    | tests/e2e/test\\_x.sh | No job runs it; .github/workflows/checks.yml:still only lints it. |

    ### Tests that never run on pull requests, 1

    | test | why |
    | --- | --- |
    | tests/e2e/test\\_y.sh | Only by night. |

    ### Tests of which it cannot be told whether a job runs them, 1

    | test | why |
    | --- | --- |
    | tests/e2e/test\\_z.sh | A word is not known. |
    "
  `);
});

test("every orphan is listed", () => {
  const orphans = Array.from({ length: 500 }, (_, at) => ({
    path: `src/${at}.test.ts`,
    why: "No job names it.",
    lintedBy: [],
  }));
  const text = renderGatesMarkdown({ ...SAMPLE_GATES, orphans });
  expect(text.match(/^\| src\/\d+\.test\.ts \|/gm)).toHaveLength(500);
});

test("what is not known is no empty list", () => {
  const text = renderGatesMarkdown(UNLISTED_GATES);
  expect(text).toContain("Which test files there are is unknown");
  expect(text).not.toContain("No orphan tests.");
});
