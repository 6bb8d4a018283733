import { db } from "./db.ts";

/** The programs at work that have a repository in scope. */
export async function loadProgramsOf(repositoryId: number): Promise<number[]> {
  const rows = await db.programRepository.findMany({
    where: { repositoryId, program: { archivedAt: null } },
    orderBy: { programId: "asc" },
    select: { programId: true },
  });
  return rows.map((row) => row.programId);
}
