import { expect, test } from "vitest";
import { renderAuditMarkdown } from "./audit-markdown.ts";
import { SAMPLE_AUDIT } from "./testing/sample-audit.ts";

test("the same figures as Markdown", () => {
  expect(renderAuditMarkdown(SAMPLE_AUDIT)).toMatchInlineSnapshot(`
    "## Coverage audit

    - owner/name at bbbbbbbbbbbb, as of 2026-06-12T00:00:00.000Z, policy gated@1
    - Window: merged since 2026-05-01T00:00:00.000Z, at most the newest 100
    - 5 merged pull requests: 3 fixes, 1 excluded, 1 unclassified
    - Excluded besides: 1 commit that looks like a fix, with no pull request
    - By the policy's rung: 1 covered, 2 gaps, 1 unknown. A clone shows nothing above gated.
    - What is unknown at a measure is in its bounds and not in its percentage.

    | measure | covered | count | unknown | population |
    | --- | --- | --- | --- | --- |
    | has\\_test@1 | 33.3 % | 1 of 3 | 0 | merged with a title "fix(…):" |
    | tested | 33.3 % (25.0 – 50.0 %) | 1 of 3 | 1 | merged fixes |
    | gated | 0 – 100.0 % | 0 of 0 | 4 | merged fixes |

    Highest rung of the fixes: none 2, tested 0, gated 1.

    ### Gates

    | workflow | job | kind | on pull requests | masked |
    | --- | --- | --- | --- | --- |
    | .github/workflows/e2e.yml | e2e | e2e | yes | its failure is swallowed by \\|\\| true (line 9) |

    ### Tests that no job runs, 6 of 10 test files

    - tests/e2e/test\\_a.sh
    - tests/e2e/test\\_b.sh
    - tests/e2e/test\\_c.sh
    - tests/e2e/test\\_d.sh
    - tests/e2e/test\\_\\|x #​1.sh
    - and 1 more; gateline gates lists each with its reason

    ### Clusters

    | cluster | gaps | share of gaps | why |
    | --- | --- | --- | --- |
    | Deploy family | 1 | 50.0 % | one cause |

    ### Gaps, newest 2 of 2

    | number | merged | rung | title |
    | --- | --- | --- | --- |
    | 4 | 2026-06-01 | none | =cmd\\|' /C calc'!A0 |
    | 3 | 2026-06-01 | none | fix(x): a \\| b \\<img src=x\\> @​everyone closes #​1  \\[31mred next |

    ### No pull request, newest 1 of 1

    | commit | date | title |
    | --- | --- | --- |
    | cccccccccccc | 2026-06-02 | fix: straight to the branch |
    "
  `);
});

test("a title can neither break its row, nor mark up, nor mention, nor refer", () => {
  const row = renderAuditMarkdown(SAMPLE_AUDIT)
    .split("\n")
    .find((line) => line.startsWith("| 3 |"));
  expect(row?.replace(/\\\|/g, "").split("|")).toHaveLength(6);
  expect(row).not.toMatch(/@everyone|#1|(?<!\\)<img/);
  expect(row).not.toContain("\u001b");
});
