import { z } from "zod";
import { db, emptySql, sql } from "./db.ts";
import { PullRow, pullColumns, pullFiles, type WithFiles, withFiles } from "./pull-with-files.ts";

// Large enough to pay for a query, small enough that the patches of one batch are no burden.
const BATCH = 500;

const Row = PullRow.extend({ mergeSha: z.string().nullable(), mergedAt: z.date() });

export type MergedPullRequest = WithFiles<z.infer<typeof Row>>;

/**
 * The merged pull requests of a repository in a window, oldest merge first, each with its files and
 * what is held of their patches, or why the files are unknown. They come in batches, so that whoever
 * judges them never holds the patches of all.
 */
export async function* loadMerged(
  repositoryId: number,
  since: Date,
  until: Date,
  size = BATCH,
): AsyncGenerator<readonly MergedPullRequest[]> {
  for (let last: MergedPullRequest | undefined; ; ) {
    const batch = await loadBatch({ repositoryId, since, until, size, last });
    if (batch.length > 0) yield batch;
    if (batch.length < size) return;
    last = batch.at(-1);
  }
}

async function loadBatch(input: {
  repositoryId: number;
  since: Date;
  until: Date;
  size: number;
  last: MergedPullRequest | undefined;
}): Promise<MergedPullRequest[]> {
  const { repositoryId, since, until, size, last } = input;
  const behind = last
    ? sql`and (p.merged_at, p.number) > (${last.mergedAt}, ${last.number})`
    : emptySql;
  const rows = await db.$queryRaw`
    select ${pullColumns}, p.merge_sha as "mergeSha", p.merged_at as "mergedAt"
      from (select * from pull_request p
             where p.repository_id = ${repositoryId} and p.state = 'merged' and p.merged_at between ${since} and ${until}
                   ${behind}
             order by p.merged_at, p.number limit ${size}) p
      ${pullFiles}
     order by p.merged_at, p.number`;
  return z.array(Row).parse(rows).map(withFiles);
}
