import type { VerdictKind } from "./verdict.ts";

/** How the items of one population divide at one measure: inScope = covered + gap + waived + unknown. */
export type Tally = {
  readonly inScope: number;
  readonly covered: number;
  readonly gap: number;
  readonly waived: number;
  readonly unknown: number;
};

export const EMPTY_TALLY: Tally = { inScope: 0, covered: 0, gap: 0, waived: 0, unknown: 0 };

/** Counts verdicts of one population at one measure. */
export function tallyOf(verdicts: Iterable<VerdictKind>): Tally {
  const tally = { ...EMPTY_TALLY };
  for (const verdict of verdicts) {
    tally[verdict] += 1;
    tally.inScope += 1;
  }
  return tally;
}

/** Adds tallies of the same population and measure, repository by repository; of none it is the empty tally. */
export function addTallies(tallies: Iterable<Tally>): Tally {
  const sum = { ...EMPTY_TALLY };
  for (const tally of tallies) {
    sum.inScope += tally.inScope;
    sum.covered += tally.covered;
    sum.gap += tally.gap;
    sum.waived += tally.waived;
    sum.unknown += tally.unknown;
  }
  return sum;
}

/** The fraction that a percentage is made of, covered of covered and gap; null when nothing was judged. */
export function share(tally: Tally): { readonly covered: number; readonly of: number } | null {
  const of = tally.covered + tally.gap;
  return of === 0 ? null : { covered: tally.covered, of };
}

type Fraction = readonly [numerator: number, denominator: number];

/** Between which fractions of all but the waived items the share lies, once the unknown ones are known; null when there is none. */
export function bounds(tally: Tally): { readonly low: Fraction; readonly high: Fraction } | null {
  const of = tally.inScope - tally.waived;
  if (of === 0) return null;
  return { low: [tally.covered, of], high: [tally.covered + tally.unknown, of] };
}
