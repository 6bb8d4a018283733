import { expect, test } from "vitest";
import { renderProgramMarkdown } from "./program-markdown.ts";
import { SAMPLE_PROGRAM_DOCUMENT as DOCUMENT } from "./testing/sample-program.ts";

test("how a program stands as Markdown; what others wrote is text and nothing else", () => {
  expect(renderProgramMarkdown(DOCUMENT)).toMatchInlineSnapshot(`
    "## =Every issue \\| wired \\<b\\>

    - =Every issue \\| wired \\<b\\> (safety), as of 12 Jun 2026, 18:00 UTC, policy gated@3
    - Fixes merged since 13 April 2026; 2 of 3 repositories audited
    - Judged 12 Jun 2026, 17:30 UTC
    - cp: Stale: the last sync failed. The forge is away.
    - app is not audited: It waits for its first sync.
    - Open issues, incidents and declared gaps at gated, another population: none in scope
    - Issues of cp were not read: The forge refuses issues.

    | measure | repository | covered | count | gap | waived | unknown | in scope |
    | --- | --- | --- | --- | --- | --- | --- | --- |
    | tested | all audited | 66.7 % | 4 of 6 | 2 | 0 | 0 | 6 |
    | tested | core | 100.0 % | 3 of 3 | 0 | 0 | 0 | 3 |
    | tested | cp | 33.3 % | 1 of 3 | 2 | 0 | 0 | 3 |
    | gated | all audited | 25.0 % (20.0 – 40.0 %) | 1 of 4 | 3 | 1 | 1 | 6 |
    | gated | core | 50.0 % | 1 of 2 | 1 | 1 | 0 | 3 |
    | gated | cp | 0 – 33.3 % | 0 of 2 | 2 | 0 | 1 | 3 |
    | executed | all audited | 0 – 100.0 % | 0 of 0 | 0 | 0 | 6 | 6 |
    | executed | core | 0 – 100.0 % | 0 of 0 | 0 | 0 | 3 | 3 |
    | executed | cp | 0 – 100.0 % | 0 of 0 | 0 | 0 | 3 | 3 |

    ### Clusters at gated, largest 1 of 1, 3 gaps in all

    | gaps | share of gaps | of repositories | cluster |
    | --- | --- | --- | --- |
    | 2 | 66.7 % | 2 of cp’s 2 | deploy @​team \\| #​1  \\[31m\\*scripts\\* |

    In no cluster: 1 gap (core 1).

    ### Plan

    Plan, first 2 of 2 pieces of work; covered now 1 of 4, 25.0 %, with all of it done 3 of 4, 75.0 %

    | place | priority | kind | state | closes | before → after | work |
    | --- | --- | --- | --- | --- | --- | --- |
    | 1 | P1 | new gate | queued | 2 gaps | 1 of 4, 25.0 % → 3 of 4, 75.0 % | One new gate for \\| deploy \\*scripts\\* |
    | 2 | P2 | declared gap | dispatching | 1 gap | another population | rotation smoke test |
    "
  `);
});

test("without gaps and work no empty table is left", () => {
  const plan = { ...DOCUMENT.plan, gaps: 0, pieces: 0, first: [] };
  const text = renderProgramMarkdown({ ...DOCUMENT, gaps: 0, clusters: [], plan });
  expect(text).toContain("No gaps at gated.");
  expect(text).toContain("Plan: nothing to do, there is no gap.");
  expect(text.match(/^\| --- \|/gm)).toHaveLength(1);
});
