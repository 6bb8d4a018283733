import { enqueue, openQueue } from "#/lib/jobs/queue.ts";
import { db } from "#/lib/store/db.ts";
import type { SoakedForge } from "./forges.ts";

/** Has every repository synced, as the round of the workers does every ten minutes. */
export async function queueSyncs(forges: readonly SoakedForge[]): Promise<void> {
  for (const { sides } of forges)
    for (const { repositoryId } of sides) await enqueue("sync-repository", { repositoryId });
}

/** Lets a week go by for all timers, so that everything is walked, and has what webhooks left read again. */
export async function sweepAll(forges: readonly SoakedForge[]): Promise<void> {
  await db.syncStream.updateMany({ data: { dueAt: null } });
  await db.reviewReading.updateMany({ data: { at: new Date(0) } });
  for (const { sides } of forges)
    for (const { repositoryId } of sides) {
      await enqueue("refresh-repository", { repositoryId });
      await enqueue("sync-repository", { repositoryId });
    }
}

/** Lets the hours go by after which the queue takes a job back from a worker that was killed. Only for when nobody works: it would take it from the living too. */
export async function outlive(): Promise<void> {
  await db.$executeRaw`
    update pgboss.job set started_on = started_on - interval '7 hours' where state = 'active'`;
  await queueNow();
  const boss = await openQueue({ worker: false });
  await boss.supervise();
}

/** Has what waits for a moment wait no longer. */
export async function queueNow(): Promise<void> {
  await db.$executeRaw`
    update pgboss.job set start_after = now() where state in ('created', 'retry') and start_after > now()`;
}

/** Jobs in these states. */
export async function jobsIn(states: readonly string[]): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ job: string }[]>`
    select name || ' ' || coalesce(data::text, '') || ' is ' || state::text as job
      from pgboss.job
     where state::text = any(${[...states]}) and left(name, 2) <> '__'
     order by 1`;
  return rows.map(({ job }) => job);
}

/** Whether anybody holds a lease, or judges. */
export async function isWorkedOn(): Promise<boolean> {
  const [row] = await db.$queryRaw<{ held: boolean }[]>`
    select exists (select 1 from pg_locks
                    where locktype = 'advisory'
                      and database = (select oid from pg_database where datname = current_database())) as held`;
  return row?.held ?? false;
}
