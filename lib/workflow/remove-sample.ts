import { requirePermission } from "#/lib/auth/permissions.ts";
import { AppError } from "#/lib/errors.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { recordDecision } from "#/lib/store/record-decision.ts";
import { loadProgramOrThrow } from "./load-program-or-throw.ts";
import type { Verb } from "./verb.ts";

/** Removes the sample program with its source and everything read from it; decisions stay, and no other program can be removed so. */
export async function removeSample({ ctx, input }: Verb<{ slug: string }>): Promise<void> {
  requirePermission(ctx.actor, "program.manage");
  await inTransaction(async (tx) => {
    const program = await loadProgramOrThrow(tx, input.slug);
    if (!program.sample) {
      throw new AppError(
        "conflict",
        "Only the sample program can be removed. Archive a program of your own instead.",
      );
    }
    const sources = await tx.source.findMany({
      where: { repository: { some: { programs: { some: { programId: program.id } } } } },
      include: { repository: { include: { programs: true } } },
    });
    await tx.program.delete({ where: { id: program.id } });
    const unused = sources.filter((source) =>
      source.repository.every(({ programs }) =>
        programs.every(({ programId }) => programId === program.id),
      ),
    );
    const repositoryIds = unused.flatMap(({ repository }) => repository.map(({ id }) => id));
    await tx.source.deleteMany({ where: { id: { in: unused.map(({ id }) => id) } } });
    // These two name their program and repository by number only, so nothing takes them along.
    await tx.repositoryAudit.deleteMany({ where: { programId: program.id } });
    await tx.finding.deleteMany({ where: { repositoryId: { in: repositoryIds } } });
    await recordDecision(tx, {
      at: ctx.now,
      actorId: ctx.actor.id,
      verb: "sample.remove",
      subject: `program:${input.slug}`,
    });
  });
}
