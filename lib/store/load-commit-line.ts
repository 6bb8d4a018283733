import { z } from "zod";
import { db } from "./db.ts";

/** Merged pull requests by their merge commits and by their numbers; several may share one commit. */
export type MergedNames = {
  readonly shas: ReadonlyMap<string, number>;
  readonly numbers: ReadonlySet<number>;
};

/** What tells the commits that merged pull requests brought. */
export async function loadMergedNames(repositoryId: number): Promise<MergedNames> {
  const rows = await db.pullRequest.findMany({
    where: { repositoryId, state: "merged" },
    orderBy: { number: "asc" },
    select: { number: true, mergeSha: true },
  });
  return {
    shas: new Map(
      rows.flatMap(({ number, mergeSha }) => (mergeSha === null ? [] : [[mergeSha, number]])),
    ),
    numbers: new Set(rows.map(({ number }) => number)),
  };
}

export type NextWalk = {
  /** Greater than that of every walk whose commits are held. */
  readonly walk: number;
  /** The tip behind which nothing is new; null where the whole window has to be walked. */
  readonly until: string | null;
};

/**
 * How the next walk of the line sets out. It goes through the whole window where the line was never
 * read, or not from so early on, or where a commit that is held has turned out to be the merge of a
 * pull request, as of one that was merged while the sync went on.
 */
export async function loadNextWalk(repositoryId: number, since: Date | null): Promise<NextWalk> {
  const rows = await db.$queryRaw`
    select coalesce(max(d.walk), 0) + 1 as walk, coalesce(bool_or(p.number is not null), false) as "hasMerge"
      from direct_commit d
      left join pull_request p
           on p.repository_id = d.repository_id and p.merge_sha = d.sha and p.state = 'merged'
     where d.repository_id = ${repositoryId}`;
  const { walk, hasMerge } = Held.parse(rows)[0];
  const line = await db.commitLine.findUnique({ where: { repositoryId } });
  const isHeld = line !== null && beginsBy(line.since, since) && !hasMerge;
  return { walk, until: isHeld ? line.tip : null };
}

const Held = z.tuple([z.object({ walk: z.int(), hasMerge: z.boolean() })]);

/** Whether a window that begins at one moment, or at the beginning, holds one that begins at another. */
export const beginsBy = (held: Date | null, wanted: Date | null): boolean =>
  held === null || (wanted !== null && held <= wanted);

/** The commit up to which the line of the default branch was read by the last whole walk; null while there was none. */
export async function loadTip(repositoryId: number): Promise<string | null> {
  const line = await db.commitLine.findUnique({ where: { repositoryId } });
  return line?.tip ?? null;
}
