import { AppError } from "#/lib/errors.ts";
import { db } from "./db.ts";
import { unseal } from "./seal.ts";
import { kindOf, type SourceKind } from "./source-kind.ts";

export type StoredSource = {
  readonly kind: SourceKind;
  readonly url: string;
  readonly token: string | undefined;
};

/** How to reach a source; this is the only place where its token is in the clear. */
export async function loadSource(id: number): Promise<StoredSource> {
  const row = await db.source.findUnique({ where: { id } });
  if (!row) throw new AppError("not_found", `There is no source ${id}.`);
  return {
    kind: kindOf(row),
    url: row.url,
    token: row.sealedToken === null ? undefined : unseal(row.sealedToken),
  };
}
