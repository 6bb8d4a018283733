import type { Db, Sql } from "./db.ts";

/** Has the next sync look at these pull requests again: what is wanted of their patches and checks may be more than before. It writes them whatever they are, so that a sync that read them before does not settle them after. */
export async function unsettle(
  db: Db,
  repositoryId: number,
  numbers: readonly number[],
): Promise<void> {
  if (numbers.length === 0) return;
  await db.$executeRaw`
    update pull_request set patches_settled = null, checks_due = true
     where repository_id = ${repositoryId} and number = any(${[...numbers]}::int[])`;
}

/** The same for a sync, of those of its pull requests `p` that a fact speaks of which it just read: it settles none meanwhile, so that only settled ones are written. */
export async function unsettleSettled(db: Db, repositoryId: number, which: Sql): Promise<void> {
  await db.$executeRaw`
    update pull_request p set patches_settled = null, checks_due = true
     where p.repository_id = ${repositoryId} and (p.patches_settled is not null or not p.checks_due)
       and ${which}`;
}
