import { db, emptySql, sql } from "./db.ts";

/**
 * The repositories that a program at work has in scope with sync switched on; of one source where it is
 * given. With `dueAt`, those of which a sync makes sense at that moment: not those that wait for a limit,
 * and of a source that refuses everything, as with a dead token, only what was not asked for an hour.
 */
export async function loadRepositoriesToSync({
  sourceId,
  dueAt,
}: {
  sourceId?: number;
  dueAt?: Date;
}): Promise<number[]> {
  const ofSource = sourceId === undefined ? emptySql : sql`and r.source_id = ${sourceId}`;
  const isDue =
    dueAt === undefined
      ? emptySql
      : sql`and not coalesce(last.state = 'waiting' and last.resumes_at > ${dueAt}, false)
            and not coalesce(s.trouble is not null and last.started_at > ${dueAt}::timestamptz - interval '1 hour', false)`;
  const rows = await db.$queryRaw<{ id: number }[]>`
    select r.id
      from repository r
      join source s on s.id = r.source_id
      left join lateral (select state, resumes_at, started_at from sync_run
                          where repository_id = r.id order by id desc limit 1) last on true
     where exists (select 1 from program_repository pr join program p on p.id = pr.program_id
                    where pr.repository_id = r.id and pr.sync_enabled and p.archived_at is null)
           ${ofSource} ${isDue}
     order by r.id`;
  return rows.map(({ id }) => id);
}
