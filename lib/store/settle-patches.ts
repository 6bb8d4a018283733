import { ENGINE_VERSION } from "#/lib/coverage/engine-version.ts";
import type { Db } from "./db.ts";

/** Marks pull requests of which every patch that these rules read is held, or unknown for good, so that nobody looks at their files again until they or the rules change. */
export async function settlePatches(
  db: Db,
  repositoryId: number,
  numbers: readonly number[],
): Promise<void> {
  if (numbers.length === 0) return;
  await db.$executeRaw`
    update pull_request set patches_settled = ${ENGINE_VERSION}
     where repository_id = ${repositoryId} and number = any(${[...numbers]}::int[])
       and patches_settled is distinct from ${ENGINE_VERSION}`;
}
