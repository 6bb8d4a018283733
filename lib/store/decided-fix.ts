import { type Sql, sql } from "./db.ts";

/** Whether a person's word in force, in any program, says of the pull request `p` that it is a fix. */
export const decidedFix: Sql = sql`exists(
           select 1
             from (select distinct on (o.program_id) o.value
                     from "override" o
                    where o.repository_id = p.repository_id and o.subject = 'fix' and o.key = p.number::text
                    order by o.program_id, o.id desc) latest
            where latest.value = 'fix')`;
