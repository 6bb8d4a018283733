import { AppError } from "#/lib/errors.ts";
import { db } from "./db.ts";

/** The id of the program at an address; throws AppError not_found where there is none. */
export async function loadProgramId(slug: string): Promise<number> {
  const row = await db.program.findUnique({ where: { slug }, select: { id: true } });
  if (!row) throw new AppError("not_found", `There is no program at ${slug}.`);
  return row.id;
}
