import { z } from "zod";
import { db } from "./db.ts";

const Counts = z.object({ issues: z.int(), pulls: z.int(), comments: z.int() });

/** How many rows of each walked stream are held, with those that are quarantined and not held: the forge counts them too. */
export async function loadHeldCounts(repositoryId: number): Promise<z.infer<typeof Counts>> {
  const [counts] = await db.$queryRaw<unknown[]>`
    with aside as (
      select q.stream, count(distinct coalesce(q.number::text, q.at))::int as rows
        from quarantine q
       where q.repository_id = ${repositoryId}
         and not exists (select 1 from issue i where i.repository_id = q.repository_id and i.number = q.number)
         and not exists (select 1 from pull_request p where p.repository_id = q.repository_id and p.number = q.number)
         and not exists (select 1 from comment c where c.repository_id = q.repository_id and 'comment ' || c.external_id = q.at)
       group by q.stream)
    select (select count(*)::int from issue where repository_id = ${repositoryId})
             + coalesce((select rows from aside where stream = 'issues'), 0) as issues,
           (select count(*)::int from pull_request where repository_id = ${repositoryId})
             + coalesce((select rows from aside where stream = 'pulls'), 0) as pulls,
           (select count(*)::int from comment where repository_id = ${repositoryId})
             + coalesce((select rows from aside where stream = 'comments'), 0) as comments`;
  return Counts.parse(counts);
}
