import { db } from "./db.ts";

/** When these pull requests came to the default branch of a repository; those that had not by then are absent. */
export async function loadMergeTimes(
  repositoryId: number,
  numbers: readonly number[],
  until: Date,
): Promise<ReadonlyMap<number, Date>> {
  const rows = await db.$queryRaw<{ number: number; mergedAt: Date }[]>`
    select p.number, p.merged_at as "mergedAt"
      from pull_request p join repository r on r.id = p.repository_id
     where p.repository_id = ${repositoryId} and p.number = any(${[...numbers]}::int[])
       and p.state = 'merged' and p.merged_at <= ${until} and p.base_ref = r.default_branch`;
  return new Map(rows.map(({ number, mergedAt }) => [number, mergedAt]));
}
