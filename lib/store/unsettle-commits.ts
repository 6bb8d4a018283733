import type { Db } from "./db.ts";
import { makeDue } from "./sync-streams.ts";

/** Has the next sync ask again what the contexts said of these commits, and of the pull requests that they are of. */
export async function unsettleCommits(
  db: Db,
  repositoryId: number,
  shas: readonly string[],
): Promise<void> {
  if (shas.length === 0) return;
  await db.commitChecks.updateMany({
    where: { repositoryId, sha: { in: [...shas] }, settled: true },
    data: { settled: false },
  });
  await db.checkReading.deleteMany({ where: { repositoryId, sha: { in: [...shas] } } });
  await db.$executeRaw`
    update pull_request set checks_due = true
     where repository_id = ${repositoryId} and not checks_due
       and (head_sha = any(${[...shas]}::text[]) or merge_sha = any(${[...shas]}::text[]))`;
  await makeDue(db, repositoryId, ["open"]);
}
