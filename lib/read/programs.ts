import type { ProgramLink } from "#/lib/contract/program.ts";
import { db } from "#/lib/store/db.ts";

/** Every program, those at work first. */
export async function readPrograms(): Promise<ProgramLink[]> {
  const rows = await db.program.findMany({
    orderBy: [{ archivedAt: { sort: "asc", nulls: "first" } }, { id: "asc" }],
  });
  return rows.map(({ slug, name, sample, archivedAt }) => ({
    slug,
    name,
    sample,
    archived: archivedAt !== null,
  }));
}
