import type { MeasureTally } from "#/lib/contract/overview.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import { EMPTY_TALLY } from "#/lib/coverage/tally.ts";

/** The tally of one measure; of a measure that was not computed it is empty, which shows as no data. */
export function tallyOfMeasure(tallies: readonly MeasureTally[], measure: Measure): MeasureTally {
  return tallies.find((entry) => entry.measure === measure) ?? { measure, tally: EMPTY_TALLY };
}
