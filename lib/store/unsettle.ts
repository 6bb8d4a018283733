import type { Db } from "./db.ts";

/** Has the next sync look at these pull requests again: what is wanted of their patches and checks may be more than before. */
export async function unsettle(
  db: Db,
  repositoryId: number,
  numbers: readonly number[],
): Promise<void> {
  if (numbers.length === 0) return;
  await db.$executeRaw`
    update pull_request set patches_settled = null, checks_due = true
     where repository_id = ${repositoryId} and number = any(${[...numbers]}::int[])
       and (patches_settled is not null or not checks_due)`;
}
