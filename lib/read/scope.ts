import { db } from "#/lib/store/db.ts";
import { findProgramOrThrow } from "./find-program.ts";

/** The repositories in a program's scope, by alias. */
export async function readScopeOrThrow({ slug }: { slug: string }) {
  const program = await findProgramOrThrow(slug);
  const rows = await db.programRepository.findMany({
    where: { programId: program.id },
    orderBy: { alias: "asc" },
    include: { repository: { include: { source: true } } },
  });
  return rows.map(({ alias, syncEnabled, repository }) => ({
    alias,
    fullName: repository.fullName,
    source: repository.source.name,
    syncEnabled,
  }));
}
