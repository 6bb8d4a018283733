import type { Rung } from "#/lib/coverage/rung/rungs.ts";

const MISSED: Record<Rung, string> = {
  none: "nothing",
  tested: "a test that the fix brought or changed",
  gated: "a test that a gate runs",
  executed: "a gate that was seen to run the test and succeed",
  blocking: "a gate that merging has to wait for",
  proven: "a test that was seen to fail without the fix",
  live: "a gate that still is what was proven",
};

/** "These miss: a test that a gate runs", by the rung that the gaps miss. */
export const sayMissed = (rung: Rung): string => `These miss: ${MISSED[rung]}`;
