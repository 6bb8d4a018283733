import { requirePermission } from "#/lib/auth/permissions.ts";
import { AppError } from "#/lib/errors.ts";
import type { RepositoryFact } from "#/lib/facts/repository.ts";
import { enqueue } from "#/lib/jobs/queue.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { recordDecision } from "#/lib/store/record-decision.ts";
import { saveRepository } from "#/lib/store/save-repository.ts";
import { lockProgram } from "./lock-program.ts";
import type { Verb } from "./verb.ts";

export type ScopeEntry = {
  readonly slug: string;
  readonly sourceId: number;
  readonly alias: string;
  readonly syncEnabled: boolean;
  /** The repository as its source describes it: it is put in scope only once it was seen. */
  readonly repository: RepositoryFact;
};

/** Puts a repository in a program's scope under an alias of its own; again with the same one changes whether it is synced. What was taken out of scope before has its old numbers when it is put back. Throws AppError conflict for a program in the archive, and for an alias that names another repository of it. */
export async function putInScope({ ctx, input }: Verb<ScopeEntry>): Promise<number> {
  requirePermission(ctx.actor, "program.manage");
  const { slug, sourceId, alias, syncEnabled, repository } = input;
  const put = await inTransaction(async (tx) => {
    const repositoryId = await saveRepository(tx, sourceId, repository);
    const { id: programId } = await lockProgram(tx, slug);
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
    const pulls = { repositoryId, stream: "pulls", completedAt: { not: null } };
    const isRead = (await tx.syncStream.count({ where: pulls })) > 0;
    return { repositoryId, programId, isRead };
  });
  // What was read before, for another program or for this one, counts without another sync.
  if (put.isRead) await enqueue("assess-program", { programId: put.programId });
  return put.repositoryId;
}
