import { expect, test } from "vitest";
import { noticeOf } from "./repository-notice.ts";

type Input = Parameters<typeof noticeOf>[0];

const run = (state: string, error: string | null = null, resumesAt: Date | null = null) => ({
  state,
  error,
  resumesAt,
});
const walking = {
  stream: "pulls",
  reachedBack: new Date("2026-03-01T09:00:00Z"),
  forgeTotal: 10_000,
  wholeAt: null,
};
const none: Input = {
  audited: false,
  syncEnabled: true,
  runs: [],
  streams: [],
  heldPulls: 0,
  timeZone: "UTC",
};
const REACH = "Reading: back to 1 March 2026, 1,250 of 10,000 pull requests.";

test.each<[string, Partial<Input>, string | null]>([
  ["nothing was asked for yet", {}, "It waits for its first sync."],
  [
    "sync is off",
    { syncEnabled: false },
    "Sync is switched off for it, so nothing is known about it.",
  ],
  ["the first sync began", { runs: [run("running")] }, "Its first sync is still under way."],
  [
    "a first walk is under way",
    { runs: [run("running")], streams: [walking], heldPulls: 1250 },
    REACH,
  ],
  [
    "the forge does not say how many it has",
    { runs: [run("running")], streams: [{ ...walking, forgeTotal: null }], heldPulls: 1250 },
    "Reading: back to 1 March 2026, 1,250 pull requests.",
  ],
  [
    "more came than the forge said",
    { runs: [run("running")], streams: [{ ...walking, forgeTotal: 1 }], heldPulls: 2 },
    "Reading: back to 1 March 2026, 2 of 2 pull requests.",
  ],
  [
    "the walk is at its end and the rest is read",
    { runs: [run("running")], streams: [{ ...walking, wholeAt: new Date() }], heldPulls: 10_000 },
    "Its first sync is still under way.",
  ],
  [
    "the first sync waits",
    {
      runs: [run("waiting", "used up", new Date("2026-06-12T14:05:00Z"))],
      streams: [walking],
      heldPulls: 1250,
    },
    `Its first sync waits for the forge’s limit, until 12 Jun 2026, 14:05 UTC. ${REACH}`,
  ],
  [
    "the first sync failed",
    { runs: [run("failed", "The forge is away.")], streams: [walking], heldPulls: 1250 },
    `Not read: The forge is away. ${REACH}`,
  ],
  [
    "it is tried again after it failed",
    { runs: [run("running"), run("failed", "The forge is away.")] },
    "Not read: The forge is away.",
  ],
  ["it is audited and fresh", { audited: true, runs: [run("done"), run("failed")] }, null],
  ["it is audited and read again", { audited: true, runs: [run("running"), run("done")] }, null],
  [
    "it is audited and the last run failed",
    { audited: true, runs: [run("failed", "The forge is away.")] },
    "Stale: the last sync failed. The forge is away.",
  ],
  [
    "it is audited and tried again after it failed",
    { audited: true, runs: [run("running"), run("failed", "The forge is away.")] },
    "Stale: the last sync failed. The forge is away.",
  ],
])("says how it stands where %s", (_what, given, notice) => {
  expect(noticeOf({ ...none, ...given })).toBe(notice);
});
