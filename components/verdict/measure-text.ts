import type { Measure } from "#/lib/coverage/measure.ts";

export type MeasureText = {
  /** As a column or a choice. */
  readonly name: string;
  /** As a headline: what the percentage says. */
  readonly headline: string;
  readonly means: string;
};

const rung = (name: string, means: string): MeasureText => ({
  name,
  headline: `Covered (${name.toLowerCase()})`,
  means,
});

const TEXTS: Record<Measure, MeasureText> = {
  "has_test@1": {
    name: "Test-shipped",
    headline: "Test-shipped",
    means: "The fix touches a path that looks like a test: the founding audit's own rule.",
  },
  tested: rung(
    "Tested",
    "Its patch, or a later change that says that it covers it, adds or extends a regression test, and nothing shows that the test cannot reach what was repaired.",
  ),
  gated: rung(
    "Gated",
    "Such a test is of a kind that the policy accepts, and an unmasked job that runs on pull requests names it or its folder.",
  ),
  executed: rung(
    "Executed",
    "The job that selects the test was seen to succeed on the merged commit or later.",
  ),
  blocking: rung(
    "Blocking",
    "The job that selects the test is required for merging to the default branch.",
  ),
  proven: rung("Proven", "The test was seen to fail without the fix and to pass with it."),
  live: rung(
    "Live",
    "Blocking and proven still hold: the gate is healthy and its test is unchanged.",
  ),
};

/** How a measure is called on screen, and what it asks for. */
export function measureText(measure: Measure): MeasureText {
  return TEXTS[measure];
}
