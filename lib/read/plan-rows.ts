import { z } from "zod";
import { PRIORITIES } from "#/lib/coverage/leverage/order-plan.ts";
import { PIECE_KINDS } from "#/lib/coverage/leverage/piece.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import { VERDICTS } from "#/lib/coverage/verdict.ts";
import { db } from "#/lib/store/db.ts";

const ItemRow = z.object({
  item: z.int(),
  alias: z.string(),
  number: z.int().nullable(),
  title: z.string(),
  enteredAt: z.date(),
  verdict: z.enum(VERDICTS),
  by: z.string().nullable(),
  byKind: z.string().nullable(),
  actorId: z.int().nullable(),
  grantedAt: z.date().nullable(),
  expiresAt: z.date().nullable(),
});
export type ItemRow = z.infer<typeof ItemRow>;

/** The fixes of a program at a measure, with whoever holds a claim on them. */
export async function readPlanItems(programId: number, measure: Measure): Promise<ItemRow[]> {
  const rows = await db.$queryRaw`
    select v.item_id as item, pr.alias, i.number, s.title, s.entered_at as "enteredAt", v.verdict,
           a.name as by, a.kind as "byKind", a.id as "actorId",
           c.granted_at as "grantedAt", c.expires_at as "expiresAt"
      from verdict v
      join item i on i.id = v.item_id
      join standing s on s.item_id = v.item_id
      join program_repository pr on pr.program_id = v.program_id and pr.repository_id = v.repository_id
      left join claim c on c.item_id = v.item_id
      left join actor a on a.id = c.actor_id
     where v.program_id = ${programId} and v.measure = ${measure} and v.population = 'fix'
     order by s.entered_at, v.item_id`;
  return z.array(ItemRow).parse(rows);
}

const DeclaredRow = ItemRow.extend({
  key: z.string(),
  note: z.string().nullable(),
  priority: z.enum(PRIORITIES),
  ordinal: z.int(),
});
export type DeclaredRow = z.infer<typeof DeclaredRow>;

/** The declared gaps that are open at the policy's rung, in the order in which they were declared. */
export async function readDeclaredOpen(programId: number, rung: Measure): Promise<DeclaredRow[]> {
  const rows = await db.$queryRaw`
    select v.item_id as item, pr.alias, i.number, d.title, s.entered_at as "enteredAt", v.verdict,
           i.natural_key as key, d.note, d.priority, d.ordinal,
           a.name as by, a.kind as "byKind", a.id as "actorId",
           c.granted_at as "grantedAt", c.expires_at as "expiresAt"
      from declared_gap d
      join item i on i.program_id = d.program_id and i.natural_key = 'declared:' || d.id
      join verdict v on v.item_id = i.id and v.measure = ${rung} and v.verdict in ('gap', 'unknown')
      join standing s on s.item_id = i.id
      join program_repository pr on pr.program_id = v.program_id and pr.repository_id = v.repository_id
      left join claim c on c.item_id = v.item_id
      left join actor a on a.id = c.actor_id
     where d.program_id = ${programId} and d.withdrawn_at is null
     order by d.priority, d.ordinal, d.id`;
  return z.array(DeclaredRow).parse(rows);
}

const WorkRow = z.object({
  key: z.string(),
  kind: z.enum(PIECE_KINDS),
  title: z.string(),
  why: z.string(),
  repository: z.string().nullable(),
  gate: z.string().nullable(),
  gateId: z.int().nullable(),
  cluster: z.string().nullable(),
  signOff: z.enum(["cto"]).nullable(),
  items: z.array(z.int()),
});
export type WorkRow = z.infer<typeof WorkRow>;

/** The pieces of work at a measure, in the order of what each adds to those before it. */
export async function readWork(programId: number, measure: Measure): Promise<WorkRow[]> {
  const rows = await db.$queryRaw`
    select w.key, w.kind, w.title, w.why, w.repository, w.gate, g.id as "gateId",
           w.cluster_key as cluster, w.sign_off as "signOff", w.items
      from work w
      left join program_repository pr on pr.program_id = w.program_id and pr.alias = w.repository
      left join gate g on g.repository_id = pr.repository_id and g.workflow || ':' || g.job = w.gate
     where w.program_id = ${programId} and w.measure = ${measure}
     order by w.ordinal`;
  return z.array(WorkRow).parse(rows);
}
