import type { ProgramDocument } from "../program-document.ts";
import { figureOf } from "../program-figure.ts";

const tally = (covered: number, gap: number, more: { waived?: number; unknown?: number } = {}) => {
  const { waived = 0, unknown = 0 } = more;
  return figureOf({ inScope: covered + gap + waived + unknown, covered, gap, waived, unknown });
};

const at = (alias: string) => ({ alias, repository: `owner/${alias}` });

/** How a small program stands with one of everything, hostile names included, for tests of what renders it. */
export const SAMPLE_PROGRAM_DOCUMENT: ProgramDocument = {
  schema: "gateline.report/1",
  program: {
    slug: "safety",
    name: "=Every issue | wired <b>",
    sample: false,
    archived: false,
    timeZone: "UTC",
    fixesSince: "2026-04-13T00:00:00.000Z",
  },
  asOf: "2026-06-12T18:00:00.000Z",
  assessedAt: "2026-06-12T17:30:00.000Z",
  judging: false,
  policy: "gated@3",
  measure: "gated",
  audited: 2,
  inScopeRepositories: 3,
  repositories: [
    { ...at("core"), audited: true, notice: null },
    { ...at("cp"), audited: true, notice: "Stale: the last sync failed. The forge is away." },
    { ...at("app"), audited: false, notice: "It waits for its first sync." },
  ],
  measures: [
    {
      measure: "tested",
      ...tally(4, 2),
      repositories: [
        { ...at("core"), ...tally(3, 0) },
        { ...at("cp"), ...tally(1, 2) },
      ],
    },
    {
      measure: "gated",
      ...tally(1, 3, { waived: 1, unknown: 1 }),
      repositories: [
        { ...at("core"), ...tally(1, 1, { waived: 1 }) },
        { ...at("cp"), ...tally(0, 2, { unknown: 1 }) },
      ],
    },
    {
      measure: "executed",
      ...tally(0, 0, { unknown: 6 }),
      repositories: [
        { ...at("core"), ...tally(0, 0, { unknown: 3 }) },
        { ...at("cp"), ...tally(0, 0, { unknown: 3 }) },
      ],
    },
  ],
  issues: tally(0, 0),
  issuesUnread: [{ alias: "cp", why: "The forge refuses issues." }],
  gaps: 3,
  clusters: [
    {
      key: "deploy",
      name: "deploy @team | #1 \u001b[31m*scripts*",
      why: "The scripts that deploy.",
      gaps: 2,
      shareOfGaps: 66.7,
      repositories: [{ alias: "cp", gaps: 2, gapsOfRepository: 2 }],
    },
    {
      key: "=closed",
      name: "closed",
      why: "All covered.",
      gaps: 0,
      shareOfGaps: 0,
      repositories: [],
    },
  ],
  unclustered: [
    { alias: "core", gaps: 1 },
    { alias: "cp", gaps: 0 },
  ],
  plan: {
    now: { covered: 1, of: 4 },
    done: { covered: 3, of: 4 },
    gaps: 3,
    unknown: 1,
    pieces: 2,
    first: [
      {
        key: "new_gate:deploy",
        title: "One new gate for | deploy *scripts*",
        kind: "new_gate",
        state: "queued",
        priority: "P1",
        assignee: null,
        closes: 2,
        before: { covered: 1, of: 4 },
        after: { covered: 3, of: 4 },
      },
      {
        key: "declared:1",
        title: "rotation smoke test",
        kind: "declared",
        state: "dispatching",
        priority: "P2",
        assignee: "Kim",
        closes: 1,
        before: null,
        after: null,
      },
    ],
  },
};
