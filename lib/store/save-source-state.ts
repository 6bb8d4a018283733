import { db } from "./db.ts";

/** Says whether a source answered when it was last asked; `reason` null means that it did. */
export async function saveSourceState(sourceId: number, reason: string | null): Promise<void> {
  const state = reason === null ? "ok" : "failed";
  await db.source.updateMany({ where: { id: sourceId }, data: { state, stateReason: reason } });
}
