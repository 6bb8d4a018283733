import { z } from "zod";
import { db } from "#/lib/store/db.ts";

const Rows = z.array(z.object({ table: z.string(), row: z.string() }));

/** Every derived row that is stored, without the numbers that the database gives out. */
export async function derivedRows(): Promise<string[]> {
  const rows = await db.$queryRaw`
    select 'standing' as table, to_jsonb(t)::text as row from standing t
     union all select 'classification', to_jsonb(t)::text from classification t
     union all select 'direct_fix', to_jsonb(t)::text from direct_fix t
     union all select 'verdict', to_jsonb(t)::text from verdict t
     union all select 'evidence', to_jsonb(t)::text from evidence t
     union all select 'gate', (to_jsonb(t) - 'id')::text from gate t
     union all select 'finding', (to_jsonb(t) - 'id')::text from finding t
     union all select 'repository_tally', to_jsonb(t)::text from repository_tally t
     union all select 'repository_audit', to_jsonb(t)::text from repository_audit t
     union all select 'cluster', (to_jsonb(t) - 'id')::text from cluster t
     union all select 'cluster_member', (to_jsonb(m) - 'cluster_id' || jsonb_build_object('key', c.key, 'measure', c.measure))::text
                 from cluster_member m join cluster c on c.id = m.cluster_id
     union all select 'daily_count', to_jsonb(t)::text from daily_count t
     order by 1, 2`;
  return Rows.parse(rows).map(({ table, row }) => `${table} ${row}`);
}

/** Empties everything that is derived, as a person with psql would. */
export async function dropDerived(): Promise<void> {
  await db.$executeRaw`
    truncate classification, direct_fix, standing, verdict, evidence, gate, finding, repository_tally, repository_audit, cluster, cluster_member, daily_count`;
}

/** The items with their numbers. */
export const numberedItems = () =>
  db.item.findMany({ orderBy: { id: "asc" }, select: { id: true, naturalKey: true } });
