import type { JudgedItem } from "./assessment.ts";
import type { Tx } from "./db.ts";

/**
 * Gives every item its number, the oldest first. A number is allocated once on the natural key, so a
 * rebuild or a resync finds the same one; only missing rows are inserted, so no number is burnt.
 */
export async function allocateItems(
  tx: Tx,
  programId: number,
  items: readonly JudgedItem[],
): Promise<ReadonlyMap<string, number>> {
  const held = await tx.item.findMany({
    where: { programId },
    select: { id: true, naturalKey: true },
  });
  const ids = new Map(held.map((row) => [row.naturalKey, row.id]));
  const fresh = items
    .filter((item) => !ids.has(item.naturalKey))
    .toSorted(
      (a, b) =>
        a.enteredAt.getTime() - b.enteredAt.getTime() || (a.naturalKey < b.naturalKey ? -1 : 1),
    );
  const made = await tx.item.createManyAndReturn({
    data: fresh.map(({ kind, repositoryId, number, naturalKey }) => ({
      programId,
      kind,
      repositoryId,
      number,
      naturalKey,
    })),
    select: { id: true, naturalKey: true },
  });
  for (const row of made) ids.set(row.naturalKey, row.id);
  return ids;
}
