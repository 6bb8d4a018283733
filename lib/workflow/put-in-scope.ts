import { requirePermission } from "#/lib/auth/permissions.ts";
import { AppError } from "#/lib/errors.ts";
import type { RepositoryFact } from "#/lib/facts/repository.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { recordDecision } from "#/lib/store/record-decision.ts";
import { saveRepository } from "#/lib/store/save-repository.ts";
import { loadProgramOrThrow } from "./load-program-or-throw.ts";
import type { Verb } from "./verb.ts";

export type ScopeEntry = {
  readonly slug: string;
  readonly sourceId: number;
  readonly alias: string;
  readonly syncEnabled: boolean;
  /** The repository as its source describes it: it is put in scope only once it was seen. */
  readonly repository: RepositoryFact;
};

/** Puts a repository in a program's scope under an alias of its own; again with the same one changes whether it is synced. */
export async function putInScope({ ctx, input }: Verb<ScopeEntry>): Promise<number> {
  requirePermission(ctx.actor, "program.manage");
  const { slug, sourceId, alias, syncEnabled, repository } = input;
  return inTransaction(async (tx) => {
    const repositoryId = await saveRepository(tx, sourceId, repository);
    const { id: programId } = await loadProgramOrThrow(tx, slug);
    const holder = await tx.programRepository.findUnique({
      where: { programId_alias: { programId, alias } },
    });
    if (holder && holder.repositoryId !== repositoryId) {
      throw new AppError(
        "conflict",
        `The alias ${alias} names another repository of this program. Choose another one.`,
      );
    }
    await tx.programRepository.upsert({
      where: { programId_repositoryId: { programId, repositoryId } },
      create: { programId, repositoryId, alias, syncEnabled },
      update: { alias, syncEnabled },
    });
    await recordDecision(tx, {
      at: ctx.now,
      actorId: ctx.actor.id,
      verb: "scope.put",
      subject: `program:${slug}`,
      after: { repository: repository.fullName, alias, syncEnabled },
    });
    return repositoryId;
  });
}
