import type { PlanEntryView, PlanGap, PlanView } from "#/lib/contract/plan.ts";

export const SAMPLE_PROGRAM = {
  name: "Every issue | wired <b>",
  now: "2026-06-12T18:00:00.000Z",
  timeZone: "UTC",
};

const gap = (item: number, alias: string): PlanGap => ({
  item,
  number: item,
  alias,
  title: `fix ${item}`,
  enteredAt: "2026-05-01T00:00:00.000Z",
  claim: null,
});

const BARE: PlanEntryView = {
  key: "new_gate:deploy",
  kind: "new_gate",
  title: "One new gate for | deploy *scripts*",
  why: "2 gaps of deploy are there for one cause.",
  state: "dispatching",
  signOff: null,
  priority: "P1",
  priorityBy: "Kim",
  assignee: { name: "@team\n| #1 <i>", by: "Kim", at: "2026-06-12T00:00:00.000Z" },
  alias: "cp",
  gate: null,
  cluster: "deploy",
  gaps: [gap(1, "cp"), gap(2, "cp")],
  alone: 2,
  program: { before: { covered: 4, of: 8 }, after: { covered: 6, of: 8 } },
  repositories: [
    {
      alias: "cp",
      closes: 2,
      gapsOfRepository: 3,
      before: { covered: 1, of: 4 },
      after: { covered: 3, of: 4 },
    },
  ],
  oldestAt: "2026-05-01T00:00:00.000Z",
};

/** Three entries of other people's titles, one of them blocked, and a gap that nothing closes. */
export const SAMPLE_PLAN: PlanView = {
  measure: "blocking",
  policy: { name: "blocking", version: 3 },
  now: { covered: 4, of: 8 },
  done: { covered: 7, of: 8 },
  gaps: 4,
  unknown: 1,
  entries: [
    BARE,
    {
      ...BARE,
      key: "new_gate:boot",
      title: "One new gate for boot",
      state: "awaiting_signoff",
      signOff: "cto",
      priority: "P2",
      assignee: null,
      gaps: [gap(3, "cp")],
      program: { before: { covered: 6, of: 8 }, after: { covered: 7, of: 8 } },
      repositories: [
        {
          alias: "cp",
          closes: 1,
          gapsOfRepository: 3,
          before: { covered: 3, of: 4 },
          after: { covered: 4, of: 4 },
        },
      ],
    },
    {
      ...BARE,
      key: "declared:1",
      kind: "declared",
      title: "rotation smoke test",
      state: "queued",
      priority: "P3",
      assignee: null,
      alias: "core",
      cluster: null,
      gaps: [gap(9, "core")],
      alone: 1,
      program: null,
      repositories: [],
    },
  ],
  spare: [],
  rest: [{ alias: "core", gaps: 1, items: [gap(4, "core")] }],
  order: ["new_gate:deploy", "new_gate:boot", "declared:1"],
  byHand: 0,
  ordered: null,
  pulls: [],
};
