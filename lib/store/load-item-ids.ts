import { db } from "./db.ts";

/** The numbers of a program's items, those that left its scope included, by their natural keys. */
export async function loadItemIds(programId: number): Promise<ReadonlyMap<string, number>> {
  const rows = await db.item.findMany({
    where: { programId },
    select: { id: true, naturalKey: true },
  });
  return new Map(rows.map(({ id, naturalKey }) => [naturalKey, id]));
}
