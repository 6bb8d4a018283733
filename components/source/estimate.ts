import type { SourcesView } from "#/lib/contract/sources.ts";

type Seen = {
  readonly phase: string;
  readonly startedAt: string;
  readonly done: number;
  readonly at: number;
};

/** Since when this page sees each repository in its present phase, and how far it was then. */
export type Sightings = { readonly at: number; readonly seen: ReadonlyMap<number, Seen> };

export const NOTHING_SEEN: Sightings = { at: 0, seen: new Map() };

/** Adds what an answer of this moment shows; the same answer twice adds nothing. */
export function sight(before: Sightings, { sources }: SourcesView, at: number): Sightings {
  if (at <= before.at) return before;
  const seen = new Map<number, Seen>();
  for (const { id, run } of sources.flatMap(({ repositories }) => repositories)) {
    if (run?.state !== "running") continue;
    const { phase, startedAt, done } = run;
    const known = before.seen.get(id);
    const goesOn = known?.phase === phase && known.startedAt === startedAt && known.done <= done;
    seen.set(id, goesOn ? known : { phase, startedAt, done, at });
  }
  return { at, seen };
}

const ENOUGH_MS = 5000;
/** The speed of the first rows says little. */
const ENOUGH_SHARE = 0.01;

/** How many seconds a phase may take from now on; null while too little was seen of it, or how much there is is not known. */
export function secondsLeft(
  { at, seen }: Sightings,
  id: number,
  { done, total }: { done: number; total: number | null },
): number | null {
  const first = seen.get(id);
  if (first === undefined || total === null || done >= total) return null;
  const took = at - first.at;
  const came = done - first.done;
  if (took < ENOUGH_MS || came <= 0 || came < total * ENOUGH_SHARE) return null;
  return ((took / came) * (total - done)) / 1000;
}

const MINUTE = 60;
const HOUR = 3600;

/** "about 3 min left"; never "0 s". */
export function sayLeft(seconds: number): string {
  if (seconds < MINUTE) return "less than a minute left";
  if (seconds < 90 * MINUTE) return `about ${Math.round(seconds / MINUTE)} min left`;
  return `about ${Math.round(seconds / HOUR)} h left`;
}
