import { expect, test } from "vitest";
import { renderProgramTable } from "./program-table.ts";
import { SAMPLE_PROGRAM_DOCUMENT as DOCUMENT } from "./testing/sample-program.ts";

test("how a program stands as text; control characters of others cannot redraw a terminal", () => {
  expect(renderProgramTable(DOCUMENT)).toMatchInlineSnapshot(`
    "=Every issue | wired <b> (safety), as of 12 Jun 2026, 18:00 UTC, policy gated@3
    Fixes merged since 13 April 2026; 2 of 3 repositories audited
    Judged 12 Jun 2026, 17:30 UTC
    cp: Stale: the last sync failed. The forge is away.
    app is not audited: It waits for its first sync.
    Open issues, incidents and declared gaps at gated, another population: none in scope
    Issues of cp were not read: The forge refuses issues.

    measure   repository   covered                 count   gap  waived  unknown  in scope
    tested    all audited  66.7 %                  4 of 6  2    0       0        6
    tested    core         100.0 %                 3 of 3  0    0       0        3
    tested    cp           33.3 %                  1 of 3  2    0       0        3
    gated     all audited  25.0 % (20.0 – 40.0 %)  1 of 4  3    1       1        6
    gated     core         50.0 %                  1 of 2  1    1       0        3
    gated     cp           0 – 33.3 %              0 of 2  2    0       1        3
    executed  all audited  0 – 100.0 %             0 of 0  0    0       6        6
    executed  core         0 – 100.0 %             0 of 0  0    0       3        3
    executed  cp           0 – 100.0 %             0 of 0  0    0       3        3

    Clusters of the gaps at gated, largest 1 of 1; 3 gaps in all:
      2  66.7 %  2 of cp’s 2  deploy @team | #1  [31m*scripts*
    In no cluster: 1 gap (core 1)

    Plan, first 2 of 2 pieces of work; covered now 1 of 4, 25.0 %, with all of it done 3 of 4, 75.0 %
      1  P1  new gate      queued       2 gaps  1 of 4, 25.0 % → 3 of 4, 75.0 %  One new gate for | deploy *scripts*
      2  P2  declared gap  dispatching  1 gap   another population               rotation smoke test
    "
  `);
});

test.each([
  [
    "the sample says that it is one",
    { program: { ...DOCUMENT.program, sample: true } },
    "This is the sample program.",
  ],
  [
    "an archived program says so",
    { program: { ...DOCUMENT.program, archived: true } },
    "The program is in the archive.",
  ],
  ["before the first judging that is said", { assessedAt: null }, "Nothing was judged yet."],
  [
    "figures of older rules are called so",
    { judging: true },
    "these figures are the old ones until it is judged anew",
  ],
  ["no gap is no cluster", { gaps: 0, clusters: [] }, "No gaps at gated."],
  [
    "where no gap is left over, each is in a cluster",
    { unclustered: [] },
    "Every gap is in a cluster",
  ],
  [
    "an empty plan without gaps has nothing to do",
    { plan: { ...DOCUMENT.plan, gaps: 0, pieces: 0, first: [] } },
    "Plan: nothing to do, there is no gap.",
  ],
  [
    "an empty plan with gaps does not say that there are none",
    { plan: { ...DOCUMENT.plan, pieces: 0, first: [] } },
    "Plan: no piece of work closes a gap.",
  ],
])("%s", (_what, more, said) => {
  expect(renderProgramTable({ ...DOCUMENT, ...more })).toContain(said);
  expect(renderProgramTable(DOCUMENT)).not.toContain(said);
});

test("of many clusters twenty are shown, and how many there are", () => {
  const [cluster] = DOCUMENT.clusters;
  const clusters = Array.from({ length: 1200 }, () => cluster).filter((one) => one !== undefined);
  const text = renderProgramTable({ ...DOCUMENT, clusters, gaps: 2400 });
  expect(text).toContain("largest 20 of 1200; 2400 gaps in all:");
  expect(text.match(/2 of cp’s 2/g)).toHaveLength(20);
});
