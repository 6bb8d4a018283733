import { type Sql, sql } from "./db.ts";

/** Whether a person ever said, in any program, of the pull request `p` of a repository that it covers something, or that it closes a gap that was declared. */
export const saidToCover = (repositoryId: number): Sql => sql`p.number in (
           select (w."from" ->> 'number')::int
             from link_word w
            where w.relation = 'covers' and w.value = 'confirm' and w."from" ->> 'kind' = 'pull'
              and (w."from" ->> 'repositoryId')::int = ${repositoryId}
            union all
           select c.number
             from declared_gap d cross join jsonb_to_recordset(d.closed_by) as c("repositoryId" int, number int)
            where c."repositoryId" = ${repositoryId})`;
