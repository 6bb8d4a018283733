import { type Db, db, type Sql, sql } from "./db.ts";

export type WalkedStream = "issues" | "pulls" | "comments";

const HELD: Readonly<Record<WalkedStream, Sql>> = {
  issues: sql`select number::text as key from issue where repository_id =`,
  pulls: sql`select number::text as key from pull_request where repository_id =`,
  comments: sql`select external_id as key from comment where repository_id =`,
};

type Walk = { readonly repositoryId: number; readonly stream: WalkedStream };

/** Writes down that a walk over everything has met these rows, in the transaction of their page. */
export async function saveSeen(tx: Db, walk: Walk, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await tx.$executeRaw`
    insert into walk_seen (repository_id, stream, key)
    select ${walk.repositoryId}, ${walk.stream}, unnest(${[...new Set(keys)].toSorted()}::text[])
        on conflict do nothing`;
}

/** Forgets what an earlier walk met. */
export async function clearSeen(tx: Db, { repositoryId, stream }: Walk): Promise<void> {
  await tx.walkSeen.deleteMany({ where: { repositoryId, stream } });
}

/**
 * The keys of rows that are held and that the walk did not meet, the greatest first. Said as `except`: of
 * tables that were filled just now Postgres knows nothing, and took a join for one of few rows, comparing
 * each with each.
 */
export async function loadUnseen({ repositoryId, stream }: Walk): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ key: string }[]>`
    select u.key
      from (${HELD[stream]} ${repositoryId}
            except select key from walk_seen where repository_id = ${repositoryId} and stream = ${stream}) u
     order by u.key::numeric desc`;
  return rows.map(({ key }) => key);
}
