import { compareEndpoints, compareText } from "./endpoint.ts";
import type { Dangling } from "./said-in.ts";

/** References that lead nowhere, each once, in an order that does not depend on that of the rows. */
export function sortDangling(all: readonly Dangling[]): readonly Dangling[] {
  return all.toSorted(compare).filter((each, index, sorted) => {
    const before = sorted[index - 1];
    return before === undefined || compare(before, each) !== 0;
  });
}

const compare = (one: Dangling, other: Dangling): number =>
  compareEndpoints(one.from, other.from) ||
  compareText(one.place, other.place) ||
  one.line - other.line ||
  compareText(one.quote, other.quote) ||
  compareText(one.why, other.why);
