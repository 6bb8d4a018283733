import { type GapFilter, UNCLUSTERED } from "#/lib/contract/gap-filter.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import { emptySql, joinSql, type Sql, sql } from "#/lib/store/db.ts";
import { likeText } from "./like-text.ts";
import { isTriaged } from "./triaged.ts";

type Scope = { readonly programId: number; readonly measure: Measure; readonly now: Date };

/** What a filter asks of `verdict v`, `standing s`, `item i` and `program_repository pr`, but for the verdict itself. */
export function gapConditions(filter: GapFilter, { programId, measure, now }: Scope): Sql {
  const conditions = [
    sql`v.program_id = ${programId} and v.measure = ${measure} and v.population = ${filter.population}`,
    any(filter.repo, (repos) => sql`pr.alias = any(${repos})`),
    any(filter.rung, (rungs) => sql`s.rung = any(${rungs})`),
    any(filter.cluster, inClusters),
    filter.part === undefined ? null : sql`c.part = ${filter.part}`,
    filter.gate === undefined ? null : heldBy(filter.gate),
    any(filter.state, (states) => {
      if (!states.includes("unclaimed")) return isClaimed(now);
      return states.includes("claimed") ? sql`true` : sql`not ${isClaimed(now)}`;
    }),
    filter.sweep === undefined
      ? null
      : filter.sweep === "triaged"
        ? isTriaged(now)
        : sql`not ${isTriaged(now)}`,
    filter.owner === undefined ? null : sql`(a.name = ${filter.owner} and ${isClaimed(now)})`,
    filter.q === undefined || filter.q === "" ? null : contains(filter.q),
  ];
  return joinSql(
    conditions.filter((condition) => condition !== null),
    " and ",
  );
}

const any = <Value>(values: readonly Value[], condition: (values: Value[]) => Sql): Sql | null =>
  values.length === 0 ? null : condition([...values]);

const isClaimed = (now: Date): Sql => sql`(cl.item_id is not null and cl.expires_at > ${now})`;

const inClusters = (keys: readonly string[]): Sql =>
  sql`(c.key = any(${keys.filter((key) => key !== UNCLUSTERED)})
       ${keys.includes(UNCLUSTERED) ? sql`or c.key is null` : emptySql})`;

const heldBy = (gate: number): Sql => sql`exists (
  select from evidence e
    join gate g on g.id = ${gate} and g.repository_id = coalesce(e.gate_repository_id, i.repository_id) and e.gate = g.workflow || ':' || g.job
   where e.item_id = i.id)`;

// The signs that LIKE reads specially are taken literally.
function contains(q: string): Sql {
  const pattern = likeText(q);
  const number = /^#?(\d{1,9})$/.exec(q)?.[1];
  const gap = /^gap-(\d{1,9})$/i.exec(q)?.[1];
  return sql`(s.title ilike ${pattern}
    ${number ? sql`or i.number = ${Number(number)}` : emptySql}
    ${gap ? sql`or i.id = ${Number(gap)}` : emptySql})`;
}
