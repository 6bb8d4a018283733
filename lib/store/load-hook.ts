import { db } from "./db.ts";
import { unseal } from "./seal.ts";
import { kindOf, type SourceKind } from "./source-kind.ts";

/** What the webhooks of a source are signed with, and of which kind it is; null where it takes none, or is not there. */
export async function loadHook(
  sourceId: number,
): Promise<{ readonly kind: SourceKind; readonly secret: string } | null> {
  const row = await db.source.findUnique({
    where: { id: sourceId },
    select: { kind: true, sealedHook: true },
  });
  if (row === null || row.sealedHook === null) return null;
  return { kind: kindOf(row), secret: unseal(row.sealedHook) };
}
