import { RUNGS } from "#/lib/coverage/rung/rungs.ts";
import type { Assessment, FoundDecay } from "./assessment.ts";
import type { Tx } from "./db.ts";
import { recordset } from "./recordset.ts";

type Judged = Pick<Assessment, "programId" | "at" | "decays" | "repositories">;

/** Closes what was mended, by whatever gate, lets go what left the scope, and adds what fell now; an item that still lies where the same cause brought it fell once. */
export async function saveDecay(
  tx: Tx,
  { programId, at, decays, repositories }: Judged,
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  await tx.$executeRaw`
    update decay_item t
       set mended_at = ${at}
      from decay d, standing s
     where d.id = t.decay_id and d.program_id = ${programId} and s.item_id = t.item_id
       and t.mended_at is null
       and array_position(${[...RUNGS]}::text[], s.rung) >= array_position(${[...RUNGS]}::text[], t.rung)`;
  for (const decay of decays) await saveOne(tx, { programId, at, decay, ids });
  const judged = repositories.map(({ id }) => id);
  await letGo(tx, programId, judged);
}

/** What is not judged at a rung any more neither lies below it nor was mended. What was not read this time stays: it may be in scope. */
async function letGo(tx: Tx, programId: number, judged: readonly number[]): Promise<void> {
  await tx.$executeRaw`
    delete from decay_item t
     using decay d, item i
     where d.id = t.decay_id and d.program_id = ${programId} and i.id = t.item_id and t.mended_at is null
       and not exists (select from verdict v where v.item_id = i.id and v.measure = t.rung)
       and (i.repository_id is null or i.repository_id = any(${[...judged]}::int[])
            or not exists (select from program_repository r
                            where r.program_id = ${programId} and r.repository_id = i.repository_id))
       and not exists (select from sync_stream u
                        where u.repository_id = i.repository_id and u.stream = 'issues' and u.refusal is not null
                          and i.kind in ('issue', 'incident'))`;
  await tx.$executeRaw`
    delete from decay d
     where d.program_id = ${programId} and not exists (select from decay_item t where t.decay_id = d.id)`;
}

async function saveOne(
  tx: Tx,
  input: { programId: number; at: Date; decay: FoundDecay; ids: ReadonlyMap<string, number> },
): Promise<void> {
  const { programId, at, decay, ids } = input;
  const { items, ...what } = decay;
  const lying = await tx.decayItem.findMany({
    where: {
      mendedAt: null,
      decay: { programId, repositoryId: what.repositoryId, gate: what.gate, cause: what.cause },
    },
    select: { itemId: true },
  });
  const held = new Set(lying.map(({ itemId }) => itemId));
  const fell = items.flatMap(({ naturalKey, rung }) => {
    const itemId = ids.get(naturalKey);
    return itemId === undefined || held.has(itemId) ? [] : [{ itemId, rung }];
  });
  if (fell.length === 0) return;
  const { id } = await tx.decay.create({ data: { programId, ...what, seenAt: at } });
  await tx.$executeRaw`
    insert into decay_item (decay_id, item_id, rung)
    select ${id}, r."itemId", r.rung
      from jsonb_to_recordset(${recordset(fell)}::jsonb) as r("itemId" int, rung text)`;
}
