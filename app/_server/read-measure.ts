import "server-only";
import { GapFilter } from "#/lib/contract/gap-filter.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import { readFilter } from "./read-filter.ts";

const Asked = GapFilter.pick({ measure: true });

/** The measure that an address asks for, undefined for the policy's; a name that is none is left out and said. */
export function readMeasure(search: Parameters<typeof readFilter>[1]): {
  measure: Measure | undefined;
  ignored: string[];
} {
  const { filter, ignored } = readFilter(Asked, search);
  return { measure: filter.measure, ignored };
}
