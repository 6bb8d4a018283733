import { RUNGS } from "#/lib/coverage/rung/rungs.ts";
import type { Assessment, FoundDecay } from "./assessment.ts";
import type { Tx } from "./db.ts";
import { recordset } from "./recordset.ts";

/** Closes what was mended, by whatever gate, and adds what fell now; an item that still lies where the same cause brought it fell once. */
export async function saveDecay(
  tx: Tx,
  { programId, at, decays }: Pick<Assessment, "programId" | "at" | "decays">,
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
