import type { SourcesView } from "#/lib/contract/sources.ts";

/** `since`: when the first run of them failed; `from`: how old the oldest of their figures may be. */
export type Stale = {
  readonly aliases: readonly string[];
  readonly since: string;
  readonly from: string;
};

/** The repositories of a program whose figures are older than they should be; null where there is none. */
export function staleOf({ sources }: SourcesView, slug: string): Stale | null {
  const stale = sources.flatMap(({ repositories }) =>
    repositories.flatMap(({ failing, aliases, lastGoodRun }) => {
      const place = aliases.find((each) => each.slug === slug && each.syncEnabled);
      // One that was never read whole has no figures that could be old.
      return place && failing && lastGoodRun !== null
        ? [{ since: failing.since, from: lastGoodRun, alias: place.alias }]
        : [];
    }),
  );
  const since = stale.map((each) => each.since).toSorted()[0];
  const from = stale.map((each) => each.from).toSorted()[0];
  if (since === undefined || from === undefined) return null;
  return { since, from, aliases: stale.map(({ alias }) => alias) };
}
