import type { PlanEntryView, PlanGap, PlanView } from "#/lib/contract/plan.ts";

/** A gap with whoever holds a claim on it. */
export const gapOf = (item: number, by: string | null = null): PlanGap => ({
  item,
  number: item,
  alias: "api",
  title: `fix ${item}`,
  enteredAt: "2026-05-01T00:00:00.000Z",
  claim:
    by === null
      ? null
      : {
          by,
          byKind: "person",
          grantedAt: "2026-06-01T00:00:00.000Z",
          expiresAt: "2026-06-06T00:00:00.000Z",
          mine: false,
        },
});

/** An entry that nobody said anything about. */
export const entryOf = (key: string, more: Partial<PlanEntryView> = {}): PlanEntryView => ({
  key,
  kind: "new_gate",
  title: `One new gate for ${key}`,
  why: "2 gaps are there for one cause.",
  state: "queued",
  signOff: null,
  priority: "P2",
  priorityBy: null,
  assignee: null,
  alias: "api",
  gate: null,
  cluster: key,
  gaps: [gapOf(1), gapOf(2)],
  alone: 2,
  program: { before: { covered: 4, of: 8 }, after: { covered: 6, of: 8 } },
  repositories: [],
  oldestAt: null,
  ...more,
});

/** Somebody who has an entry. */
export const givenTo = (name: string) => ({
  assignee: { name, by: "Lee", at: "2026-06-01T00:00:00.000Z" },
});

/** A plan of these entries in the order by rule. */
export const planOf = (entries: PlanEntryView[]): PlanView => ({
  measure: "blocking",
  policy: { name: "blocking", version: 1 },
  now: { covered: 4, of: 8 },
  done: { covered: 8, of: 8 },
  gaps: 4,
  unknown: 0,
  entries,
  spare: [],
  rest: [],
  order: entries.map(({ key }) => key),
  byHand: 0,
  ordered: null,
  pulls: [],
});
