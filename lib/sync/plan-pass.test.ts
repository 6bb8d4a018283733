import { expect, test } from "vitest";
import { OVERLAP_MS, type PassPlan, planPass } from "./plan-pass.ts";

const FRESH = {
  position: null,
  passStartedAt: null,
  watermark: null,
  completedAt: null,
  refusal: null,
};
const watermark = new Date("2026-06-12T12:00:00Z");
const since = new Date(watermark.getTime() - OVERLAP_MS);
const passStartedAt = new Date("2026-06-12T13:00:00Z");
const position = { page: 7, totalBefore: 350 };

const rows: readonly [string, Parameters<typeof planPass>[0], PassPlan][] = [
  [
    "a stream that was never read begins at its beginning and asks for everything",
    FRESH,
    { position: null, since: null, startedAt: null },
  ],
  [
    "a first pass that was killed goes on where it was, and keeps its beginning for the watermark",
    { ...FRESH, position, passStartedAt },
    { position, since: null, startedAt: passStartedAt },
  ],
  [
    "a stream that was read whole asks from its watermark on, less the overlap",
    { ...FRESH, watermark, completedAt: watermark },
    { position: null, since, startedAt: null },
  ],
  [
    "a later pass that was killed goes on with the same question",
    { ...FRESH, watermark, completedAt: watermark, position, passStartedAt },
    { position, since, startedAt: passStartedAt },
  ],
  [
    "a position without the pass's beginning is not gone on with: the watermark could not be set",
    { ...FRESH, position },
    { position: null, since: null, startedAt: null },
  ],
  [
    "a position that is not one begins anew",
    { ...FRESH, position: { cursor: "x" }, passStartedAt },
    { position: null, since: null, startedAt: null },
  ],
];

test.each(rows)("%s", (_what, state, plan) => {
  expect(planPass(state)).toEqual(plan);
});
