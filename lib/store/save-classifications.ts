import type { JudgedRepository } from "./assessment.ts";
import type { Tx } from "./db.ts";
import { recordset } from "./recordset.ts";

// Steps of a hundred thousand pull requests in one text would be a burden.
const BATCH = 5000;

/** Replaces what the merged pull requests of a program count as by this. */
export async function saveClassifications(
  tx: Tx,
  programId: number,
  repositories: readonly JudgedRepository[],
): Promise<void> {
  await tx.classification.deleteMany({ where: { programId } });
  for (const { id, classified } of repositories) {
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
