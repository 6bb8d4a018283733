import type { JudgedDirect, JudgedRepository } from "./assessment.ts";
import type { Tx } from "./db.ts";
import { recordset } from "./recordset.ts";

// Steps of a hundred thousand pull requests in one text would be a burden.
const BATCH = 5000;

/** Replaces what the merged pull requests of a program count as, and the fixes without one, by these. */
export async function saveClassifications(
  tx: Tx,
  programId: number,
  repositories: readonly JudgedRepository[],
): Promise<void> {
  await tx.classification.deleteMany({ where: { programId } });
  await tx.directFix.deleteMany({ where: { programId } });
  for (const { id, classified, direct } of repositories) {
    await saveDirect(tx, programId, id, direct.known ? direct.value : []);
    for (let start = 0; start < classified.length; start += BATCH) {
      const rows = recordset(classified.slice(start, start + BATCH));
      await tx.$executeRaw`
        insert into classification (program_id, repository_id, number, title, author, url, merged_at, counts, kind,
               steps, copy_of, reverted_by)
        select ${programId}, ${id}, r.number, r.title, r.author, r.url, r."mergedAt", r.counts, r.kind,
               r.steps, r."copyOf", r."revertedBy"
          from jsonb_to_recordset(${rows}::jsonb) as r(
               number int, title text, author text, url text, "mergedAt" timestamptz, counts text, kind text,
               steps jsonb, "copyOf" int, "revertedBy" int)`;
    }
  }
}

async function saveDirect(
  tx: Tx,
  programId: number,
  repositoryId: number,
  direct: readonly JudgedDirect[],
): Promise<void> {
  await tx.$executeRaw`
    insert into direct_fix (program_id, repository_id, sha, title, author, url, committed_at, kind, steps)
    select ${programId}, ${repositoryId}, r.sha, r.title, r.author, r.url, r."committedAt", r.kind, r.steps
      from jsonb_to_recordset(${recordset(direct)}::jsonb) as r(
           sha text, title text, author text, url text, "committedAt" timestamptz, kind text, steps jsonb)`;
}
