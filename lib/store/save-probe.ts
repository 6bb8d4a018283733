import { db } from "./db.ts";

/** When a source was last asked who it is; null while it never was. */
export async function loadProbedAt(sourceId: number): Promise<Date | null> {
  const row = await db.source.findUnique({ where: { id: sourceId }, select: { probedAt: true } });
  return row?.probedAt ?? null;
}

/** Holds what a source said of itself. */
export async function saveProbe(
  sourceId: number,
  probe: { version: string; limits: string[] },
  probedAt: Date,
): Promise<void> {
  await db.source.updateMany({ where: { id: sourceId }, data: { probe, probedAt } });
}
