import { type Known, known, unknown } from "#/lib/facts/known.ts";
import type { ProtectionFact } from "#/lib/facts/protection.ts";
import { db } from "./db.ts";

const NOT_READ = "The demands of the default branch were not read yet; the next sync reads them.";

/** What the default branch demands now, null where it is not protected; unknown with the reason while the last pass could not read it, whatever was held before. */
export async function loadProtection(repositoryId: number): Promise<Known<ProtectionFact | null>> {
  const stream = await db.syncStream.findUnique({
    where: { repositoryId_stream: { repositoryId, stream: "protection" } },
  });
  if (stream?.refusal) return unknown(stream.refusal);
  const row = await db.protection.findFirst({ where: { repositoryId }, orderBy: { id: "desc" } });
  if (!stream?.completedAt || row === null) return unknown(NOT_READ);
  if (!row.protected) return known(null);
  const { checksRequired, contexts, approvals, bypass } = row;
  return known({ checksRequired, contexts, approvals, bypass });
}
