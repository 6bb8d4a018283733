import { AppError } from "#/lib/errors.ts";
import type { Tx } from "#/lib/store/db.ts";
import { loadProgramOrThrow } from "./load-program-or-throw.ts";

/** A program in which something is decided; throws AppError conflict for one in the archive. Until the end of the transaction nobody else decides in it. */
export async function lockProgram(tx: Tx, slug: string) {
  // Locked before it is read, so that whoever waited for an archiving sees it.
  await tx.$queryRaw`select 1 from program where slug = ${slug} for no key update`;
  const program = await loadProgramOrThrow(tx, slug);
  if (program.archivedAt !== null) {
    throw new AppError("conflict", `The program ${slug} is archived, so nothing in it is decided.`);
  }
  return program;
}
