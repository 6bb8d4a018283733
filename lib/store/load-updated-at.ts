import { db } from "./db.ts";

/** When each of these pull requests last changed, as far as it is held. */
export async function loadUpdatedAt(
  repositoryId: number,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Date>> {
  const rows = await db.pullRequest.findMany({
    where: { repositoryId, number: { in: [...numbers] } },
    select: { number: true, updatedAt: true },
  });
  return new Map(rows.map(({ number, updatedAt }) => [number, updatedAt]));
}
