import { AppError } from "#/lib/errors.ts";
import type { Tx } from "#/lib/store/db.ts";
import { loadProgramOrThrow } from "./load-program-or-throw.ts";

export type ScopedRepository = { readonly programId: number; readonly repositoryId: number };

/** The repository that a program calls by an alias; throws AppError not_found when it has none, and conflict for a program in the archive. Until the end of the transaction nobody else decides about it. */
export async function loadScopedRepository(
  tx: Tx,
  { slug, repo }: { slug: string; repo: string },
): Promise<ScopedRepository> {
  const program = await loadProgramOrThrow(tx, slug);
  if (program.archivedAt !== null) {
    throw new AppError("conflict", `The program ${slug} is archived, so nothing in it is decided.`);
  }
  const scope = await tx.programRepository.findFirst({
    where: { programId: program.id, alias: repo },
  });
  if (!scope) {
    throw new AppError(
      "not_found",
      `The program ${slug} has no repository with the alias ${repo}.`,
    );
  }
  const { programId, repositoryId } = scope;
  // Two who decide at once take turns, so that the second one sees the word of the first.
  await tx.$queryRaw`
    select 1 from program_repository
     where program_id = ${programId} and repository_id = ${repositoryId} for update`;
  return { programId, repositoryId };
}
