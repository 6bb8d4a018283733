import { z } from "zod";
import type { WantedOlder } from "#/lib/coverage/lineage/add-older.ts";
import { db, type Sql, sql } from "./db.ts";

// Bodies may be long, and of each only what it says of others is kept.
const BATCH = 2000;
const SHA_START = 7;

const Merged = z.object({
  number: z.int(),
  title: z.string(),
  body: z.string().nullable(),
  baseRef: z.string(),
  mergeSha: z.string().nullable(),
  mergedAt: z.date(),
});
export type OlderMerged = z.infer<typeof Merged>;

const Pushed = z.object({
  sha: z.string(),
  title: z.string(),
  body: z.string(),
  committedAt: z.date(),
});
export type OlderPushed = z.infer<typeof Pushed>;

type Request = {
  readonly repositoryId: number;
  /** Where the window begins. */
  readonly before: Date;
  readonly wanted: WantedOlder;
};

/** The words of those pull requests that are wanted of all that were merged before a window, oldest merge first, in batches. */
export async function* loadOlderMerged(
  { repositoryId, before, wanted }: Request,
  size = BATCH,
): AsyncGenerator<readonly OlderMerged[]> {
  const numbers = [...wanted.numbers];
  for (let last: OlderMerged | undefined; ; ) {
    const behind = last
      ? sql`(p.merged_at, p.number) > (${last.mergedAt}, ${last.number})`
      : sql`true`;
    const rows = await db.$queryRaw`
      select p.number, p.title, p.body, p.base_ref as "baseRef", p.merge_sha as "mergeSha", p.merged_at as "mergedAt"
        from pull_request p
       where p.repository_id = ${repositoryId} and p.state = 'merged' and p.merged_at < ${before} and ${behind}
             and (p.number = any(${numbers}::int[]) or ${isNamed(sql`p.merge_sha`, wanted)} or ${isSince(sql`p.merged_at`, wanted)})
       order by p.merged_at, p.number
       limit ${size}`;
    const batch = z.array(Merged).parse(rows);
    if (batch.length > 0) yield batch;
    if (batch.length < size) return;
    last = batch.at(-1);
  }
}

/** The messages of those commits that are wanted of all that were pushed before a window without a pull request, as far back as they are held, oldest first, in batches. */
export async function* loadOlderPushed(
  { repositoryId, before, wanted }: Request,
  size = BATCH,
): AsyncGenerator<readonly OlderPushed[]> {
  for (let last: OlderPushed | undefined; ; ) {
    const behind = last
      ? sql`(d.committed_at, d.sha) > (${last.committedAt}, ${last.sha})`
      : sql`true`;
    const rows = await db.$queryRaw`
      select d.sha, d.title, d.body, d.committed_at as "committedAt"
        from direct_commit d
       where d.repository_id = ${repositoryId} and d.committed_at < ${before} and ${behind}
             and (${isNamed(sql`d.sha`, wanted)} or ${isSince(sql`d.committed_at`, wanted)})
       order by d.committed_at, d.sha
       limit ${size}`;
    const batch = z.array(Pushed).parse(rows);
    if (batch.length > 0) yield batch;
    if (batch.length < size) return;
    last = batch.at(-1);
  }
}

/** By the beginning of its id; whoever asked compares the rest. */
const isNamed = (column: Sql, { shas }: WantedOlder): Sql =>
  sql`left(${column}, ${SHA_START}) = any(${shas.map((sha) => sha.slice(0, SHA_START))}::text[])`;

const isSince = (column: Sql, { from }: WantedOlder): Sql =>
  from === null ? sql`false` : sql`${column} >= ${from}`;
