export type PresetName = "audit" | "gated" | "blocking" | "proven";

/** What each policy counts as covered. */
export const PRESET_TEXTS: Record<PresetName, string> = {
  audit: "Audit: a regression test of any kind",
  gated: "Gated: a CI job selects an e2e test",
  blocking: "Blocking: that job is required to merge",
  proven: "Proven: the test fails without the fix",
};
