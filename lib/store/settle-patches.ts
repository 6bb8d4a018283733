import { ENGINE_VERSION } from "#/lib/coverage/engine-version.ts";
import type { Db } from "./db.ts";
import { type ReadPull, versionOfPull } from "./pull-version.ts";
import { recordset } from "./recordset.ts";

/** Marks pull requests of which every patch that these rules read is held, or unknown for good, so that nobody looks at their files again until they or the rules change; one that was written since it was read stays as it is. */
export async function settlePatches(
  db: Db,
  repositoryId: number,
  read: readonly ReadPull[],
): Promise<void> {
  if (read.length === 0) return;
  await db.$executeRaw`
    update pull_request p set patches_settled = ${ENGINE_VERSION}
      from jsonb_to_recordset(${recordset(read)}::jsonb) as r(number int, version text)
     where p.repository_id = ${repositoryId} and p.number = r.number and ${versionOfPull} = r.version
       and p.patches_settled is distinct from ${ENGINE_VERSION}`;
}
