import { db } from "./db.ts";

/** Says that a source refuses everything that is asked of it; the moment stays that of the first refusal. */
export async function saveTrouble(sourceId: number, trouble: string, at: Date): Promise<void> {
  await db.$executeRaw`
    update source set trouble = ${trouble}, trouble_at = coalesce(trouble_at, ${at}) where id = ${sourceId}`;
}

/** A source that answers is in no trouble. */
export async function clearTrouble(sourceId: number): Promise<void> {
  await db.source.updateMany({
    where: { id: sourceId, trouble: { not: null } },
    data: { trouble: null, troubleAt: null },
  });
}

/** Says that a repository cannot be seen any more, which says nothing of its rows: a right that was taken away looks the same. */
export async function saveLost(repositoryId: number, why: string, at: Date): Promise<void> {
  await db.$executeRaw`
    update repository set lost_why = ${why}, lost_at = coalesce(lost_at, ${at}) where id = ${repositoryId}`;
}

/** Says that the forge shows a repository under its name. */
export async function clearLost(repositoryId: number): Promise<void> {
  await db.repository.updateMany({
    where: { id: repositoryId, lostAt: { not: null } },
    data: { lostAt: null, lostWhy: null },
  });
}
