import { z } from "zod";
import { db } from "#/lib/store/db.ts";

const Row = z.object({ id: z.int(), good: z.date().nullable(), since: z.date().nullable() });

/** When a run of a repository last ended well, and when the first ended after it that failed. */
export type Ends = { readonly lastGood: Date | null; readonly failingSince: Date | null };

/** Of every repository how its runs ended, further back than the few that are shown. */
export async function readRunEnds(): Promise<ReadonlyMap<number, Ends>> {
  const rows = await db.$queryRaw`
    select r.id, good.at as good, failing.since
      from repository r
      left join lateral (
           select d.id, d.ended_at as at from sync_run d
            where d.repository_id = r.id and d.state = 'done'
            order by d.id desc limit 1) good on true
     cross join lateral (
           select min(f.ended_at) as since from sync_run f
            where f.repository_id = r.id and f.state = 'failed' and f.id > coalesce(good.id, 0)) failing`;
  return new Map(
    z
      .array(Row)
      .parse(rows)
      .map(({ id, good, since }) => [id, { lastGood: good, failingSince: since }]),
  );
}
