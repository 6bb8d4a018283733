import { AppError } from "#/lib/errors.ts";
import type { Tx } from "#/lib/store/db.ts";

/** The program at an address, with the newest version of its policy. */
export async function loadProgramOrThrow(tx: Tx, slug: string) {
  const program = await tx.program.findUnique({
    where: { slug },
    include: { policies: { orderBy: { version: "desc" }, take: 1 } },
  });
  if (!program) throw new AppError("not_found", `There is no program at ${slug}.`);
  return program;
}
