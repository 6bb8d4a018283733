import { formatShare } from "../format-share.ts";
import {
  type Change,
  type Fraction,
  type ItemAt,
  type RepositoryChange,
  startProgress,
} from "./progress.ts";
import { sayGaps } from "./say-piece.ts";

export type WhatIf = {
  /** The gaps that would be closed, sorted, each once. */
  readonly closed: readonly string[];
  readonly program: Change;
  /** Those in which a gap would be closed, by alias. */
  readonly repositories: readonly RepositoryChange[];
};

/** Reads the items of one population at a measure once, and tells of any number of lists what the program's figures would be with these items covered; only gaps change, and what is covered, waived, unknown or not there is left as it is. */
export function whatIf(items: readonly ItemAt[]): (closes: readonly string[]) => WhatIf {
  const { gaps } = startProgress(items);
  const covered = items.filter(({ verdict }) => verdict === "covered");
  const coveredOf = countsOf(covered.map(({ alias }) => alias));
  const gapsOf = countsOf(gaps.values());
  return (closes) => {
    const closed = [...new Set(closes)].filter((key) => gaps.has(key)).toSorted();
    const repositories = [...countsOf(closed.flatMap((key) => gaps.get(key) ?? []))]
      .map(([alias, own]): RepositoryChange => {
        const gapsOfRepository = gapsOf.get(alias) ?? 0;
        const change = changeOf(coveredOf.get(alias) ?? 0, gapsOfRepository, own);
        return { repository: alias, closes: own, gapsOfRepository, ...change };
      })
      .toSorted((one, other) => (one.repository < other.repository ? -1 : 1));
    return { closed, program: changeOf(covered.length, gaps.size, closed.length), repositories };
  };
}

function countsOf(aliases: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const alias of aliases) counts.set(alias, (counts.get(alias) ?? 0) + 1);
  return counts;
}

function changeOf(covered: number, gaps: number, closes: number): Change {
  const of = covered + gaps;
  return { before: { covered, of }, after: { covered: covered + closes, of } };
}

/** What merging a pull request would change, in a sentence: of the repository where all its gaps are, else of the program. */
export function sayWhatIf({ closed, program, repositories }: WhatIf): string {
  if (closed.length === 0) return "Merging this closes no gap.";
  const [only, ...others] = repositories;
  const own = only && others.length === 0 ? only : null;
  const { before, after } = own ?? program;
  const gaps = sayGaps(closed.length);
  const where = own ? ` of ${own.repository}` : ` in ${repositories.length} repositories`;
  return `Merging this closes ${gaps}${where}, ${sayFraction(before)} → ${sayFraction(after)}.`;
}

const sayFraction = ({ covered, of }: Fraction): string =>
  `${formatShare(covered, of)} (${covered} of ${of})`;
