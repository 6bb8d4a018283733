import { type LoggedCommit, readLog } from "./read-log.ts";

const LINES_MAX = 4;
const DAY_MS = 24 * 60 * 60_000;

/** Where a commit lies on a line of first parents: the larger, the older. */
type Place = { readonly line: number; readonly at: number };

export type Lines = {
  /** By the id of a merge itself and what comes before it on its line, newest first. */
  readonly trails: ReadonlyMap<string, readonly LoggedCommit[]>;
  /** Whether one commit is older than another on the same line; false too where they do not lie on one. */
  isBefore(older: string, newer: string): boolean;
};

/**
 * Follows lines of first parents from the newest of these commits down: `trails` says of how many
 * commits each trail is wanted, and `points` which others are looked for. Whatever lies on no line that
 * is met, or a day deeper than the oldest that is looked for, is not found.
 */
export async function followLines(
  directory: string,
  merges: readonly LoggedCommit[],
  wanted: {
    readonly trails: ReadonlyMap<string, number>;
    readonly points: readonly LoggedCommit[];
  },
): Promise<Lines> {
  const trails = new Map<string, LoggedCommit[]>();
  const places = new Map<string, Place>();
  const sought = new Set([...wanted.points.map(({ sha }) => sha), ...wanted.trails.keys()]);
  const floor = Math.min(...[...merges, ...wanted.points].map((one) => one.committedAt.getTime()));
  const newestFirst = merges.toSorted((a, b) => b.committedAt.getTime() - a.committedAt.getTime());
  for (let line = 0; line < LINES_MAX; line += 1) {
    const start = newestFirst.find(({ sha }) => !trails.has(sha));
    if (!start) break;
    const open = new Set<string>();
    let at = 0;
    for await (const commit of readLog(directory, { args: ["--first-parent", start.sha] })) {
      const { sha } = commit;
      const count = wanted.trails.get(sha);
      if (count !== undefined && !trails.has(sha)) {
        trails.set(sha, []);
        open.add(sha);
      }
      if (sought.has(sha)) places.set(sha, { line, at });
      for (const merge of open) {
        const trail = trails.get(merge);
        if (trail && trail.length < (wanted.trails.get(merge) ?? 0)) trail.push(commit);
        else open.delete(merge);
      }
      at += 1;
      if (open.size > 0) continue;
      if (commit.committedAt.getTime() < floor - DAY_MS) break;
      if (places.size === sought.size) break;
    }
  }
  return {
    trails,
    isBefore(older, newer) {
      const [one, other] = [places.get(older), places.get(newer)];
      return one !== undefined && other?.line === one.line && one.at > other.at;
    },
  };
}
