import type { Db } from "./db.ts";

/** Marks pull requests of which no check that these gates ask for can change any more, so that nobody looks at them again until they or the gates change. */
export async function settleChecks(
  db: Db,
  input: { repositoryId: number; gates: string; numbers: readonly number[] },
): Promise<void> {
  const { repositoryId, gates, numbers } = input;
  if (numbers.length === 0) return;
  await db.$executeRaw`
    update pull_request set checks_settled = ${gates}
     where repository_id = ${repositoryId} and number = any(${[...numbers]}::int[])
       and checks_settled is distinct from ${gates}`;
}
