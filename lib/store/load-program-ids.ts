import { db } from "./db.ts";

/** The programs, oldest first; those that were archived only where they are asked for. */
export async function loadProgramIds({ archived }: { archived: boolean }): Promise<number[]> {
  const where = archived ? {} : { archivedAt: null };
  const rows = await db.program.findMany({ where, orderBy: { id: "asc" }, select: { id: true } });
  return rows.map((row) => row.id);
}
