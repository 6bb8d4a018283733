import { ASKED_AGAIN } from "./asked-again.ts";
import { db, emptySql, sql } from "./db.ts";

export type WithoutFiles = {
  readonly number: number;
  readonly mergeSha: string | null;
  readonly headSha: string | null;
  readonly forkSha: string | null;
  readonly baseRef: string;
};

/** Merged pull requests, and those of `open` that are open, whose files were never read or could not be; newest merge first, behind them what is open. */
export async function loadPullRequestsWithoutFiles(
  repositoryId: number,
  since: Date | null,
  open: readonly number[],
): Promise<WithoutFiles[]> {
  const inWindow = since ? sql`and merged_at >= ${since}` : emptySql;
  return db.$queryRaw<WithoutFiles[]>`
    select number, merge_sha as "mergeSha", head_sha as "headSha", fork_sha as "forkSha", base_ref as "baseRef"
      from pull_request
     where repository_id = ${repositoryId} and not files_known
       and (files_why is null or starts_with(files_why, ${ASKED_AGAIN}))
       and (state = 'merged' ${inWindow} or state = 'open' and number = any(${[...open]}::int[]))
     order by merged_at desc nulls last, number desc`;
}

/** The newest merge whose files are held, or else something open; null when no list was ever read. */
export async function loadPullRequestWithFiles(repositoryId: number): Promise<WithoutFiles | null> {
  return db.pullRequest.findFirst({
    where: { repositoryId, state: { in: ["merged", "open"] }, filesKnown: true },
    orderBy: [{ mergedAt: { sort: "desc", nulls: "last" } }, { number: "desc" }],
    select: { number: true, mergeSha: true, headSha: true, forkSha: true, baseRef: true },
  });
}
