import type { RepositoryFact } from "#/lib/facts/repository.ts";
import { db } from "./db.ts";

/** Upserts a repository on the forge's own id, so that a rename changes its name and nothing else. */
export async function saveRepository(sourceId: number, fact: RepositoryFact): Promise<number> {
  const { externalId, ...fields } = fact;
  const row = await db.repository.upsert({
    where: { sourceId_externalId: { sourceId, externalId } },
    create: { sourceId, externalId, ...fields },
    update: fields,
  });
  return row.id;
}
