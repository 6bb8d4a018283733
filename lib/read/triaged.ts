import { z } from "zod";
import type { Measure } from "#/lib/coverage/measure.ts";
import { db, type Sql, sql } from "#/lib/store/db.ts";

/** Whether an item `i` with verdict `v` was seen to in the sweep: covered or waived, claimed, declared (that is how the sweep files a gap), or with a person's word in force on a link to it, on its guard, or on its being a fix. */
export const isTriaged = (now: Date): Sql => sql`(
  v.verdict in ('covered', 'waived') or i.kind = 'declared'
  or exists (select from claim held where held.item_id = i.id and held.expires_at > ${now})
  or exists (
     select from (select distinct on (w.from_key, w.relation) w.value
                    from link_word w
                   where w.program_id = i.program_id and w.to_key = 'item:' || i.repository_id || '#' || i.number
                   order by w.from_key, w.relation, w.id desc) word
      where word.value is not null)
  or exists (
     select from (select distinct on (o.subject) o.value
                    from "override" o
                   where o.program_id = i.program_id and o.repository_id = i.repository_id
                     and ((o.subject = 'guard' and o.key = i.natural_key)
                          or (o.subject = 'fix' and i.kind = 'fix' and o.key = i.number::text))
                   order by o.subject, o.id desc) word
      where word.value is not null))`;

const Count = z.object({ population: z.enum(["fix", "issue"]), n: z.int() });

/** How many items of each population nobody saw to in the sweep, at one measure. */
export async function countUntriaged(
  programId: number,
  measure: Measure,
  now: Date,
): Promise<{ fix: number; issue: number }> {
  const rows = z.array(Count).parse(
    await db.$queryRaw`
      select v.population, count(*)::int as n
        from verdict v join item i on i.id = v.item_id
       where v.program_id = ${programId} and v.measure = ${measure} and not ${isTriaged(now)}
       group by v.population`,
  );
  const of = (population: "fix" | "issue") =>
    rows.find((row) => row.population === population)?.n ?? 0;
  return { fix: of("fix"), issue: of("issue") };
}
