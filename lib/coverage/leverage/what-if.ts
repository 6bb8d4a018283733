import { formatShare } from "../format-share.ts";
import { type Change, type ItemAt, type RepositoryChange, startProgress } from "./progress.ts";
import { sayGaps } from "./say-piece.ts";

export type WhatIf = {
  /** The gaps that would be closed, sorted, each once. */
  readonly closed: readonly string[];
  readonly program: Change;
  /** Those in which a gap would be closed, by alias. */
  readonly repositories: readonly RepositoryChange[];
};

/** What a program's figures at a measure would be with these items covered; only gaps change, and what is covered, waived, unknown or not there is left as it is. */
export function whatIf({
  items,
  closes,
}: {
  /** The items of one population at the measure. */
  readonly items: readonly ItemAt[];
  readonly closes: readonly string[];
}): WhatIf {
  const progress = startProgress(items);
  const closed = [...new Set(closes)].filter((key) => progress.gaps.has(key)).toSorted();
  return { closed, ...progress.close(closed) };
}

/** What merging a pull request would change, in a sentence: of the repository where all its gaps are, else of the program. */
export function sayWhatIf({ closed, program, repositories }: WhatIf): string {
  if (closed.length === 0) return "Merging this closes no gap.";
  const [only, ...others] = repositories;
  const own = only && others.length === 0 ? only : null;
  const { before, after } = own ?? program;
  const gaps = sayGaps(closed.length);
  const where = own ? ` of ${own.repository}` : ` in ${repositories.length} repositories`;
  const from = formatShare(before.covered, before.of);
  return `Merging this closes ${gaps}${where}, ${from} → ${formatShare(after.covered, after.of)}.`;
}
