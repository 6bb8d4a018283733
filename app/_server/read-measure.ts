import "server-only";
import { GapFilter } from "#/lib/contract/gap-filter.ts";
import type { Measure } from "#/lib/coverage/measure.ts";

/** The measure that an address asks for; a name that is none falls back to the policy's. */
export function readMeasure(
  search: Record<string, string | string[] | undefined>,
): Measure | undefined {
  const asked = GapFilter.shape.measure.safeParse(search.measure);
  return asked.success ? asked.data : undefined;
}
