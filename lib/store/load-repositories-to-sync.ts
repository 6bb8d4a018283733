import { db } from "./db.ts";

/** The repositories that a program at work has in scope with sync switched on; of one source where it is given. */
export async function loadRepositoriesToSync({
  sourceId,
}: {
  sourceId?: number;
}): Promise<number[]> {
  const rows = await db.repository.findMany({
    where: {
      ...(sourceId === undefined ? {} : { sourceId }),
      programs: { some: { syncEnabled: true, program: { archivedAt: null } } },
    },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}
