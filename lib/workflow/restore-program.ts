import { requirePermission } from "#/lib/auth/permissions.ts";
import { AppError } from "#/lib/errors.ts";
import { enqueue } from "#/lib/jobs/queue.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { recordDecision } from "#/lib/store/record-decision.ts";
import { loadProgramOrThrow } from "./load-program-or-throw.ts";
import type { Verb } from "./verb.ts";

/** Takes a program out of the archive: what it wants synced is synced, and everything is judged anew. Throws AppError conflict for one that is at work. */
export async function restoreProgram({ ctx, input }: Verb<{ slug: string }>): Promise<void> {
  requirePermission(ctx.actor, "program.manage");
  const { programId, repositoryIds } = await inTransaction(async (tx) => {
    const program = await loadProgramOrThrow(tx, input.slug);
    // Two who restore it at once take turns, so that the second one sees that it is done.
    const { count } = await tx.program.updateMany({
      where: { id: program.id, archivedAt: { not: null } },
      data: { archivedAt: null },
    });
    if (count === 0)
      throw new AppError("conflict", `The program ${input.slug} is not in the archive.`);
    const scope = await tx.programRepository.findMany({
      where: { programId: program.id, syncEnabled: true },
      orderBy: { repositoryId: "asc" },
    });
    await recordDecision(tx, {
      at: ctx.now,
      actorId: ctx.actor.id,
      verb: "program.restore",
      subject: `program:${input.slug}`,
      before: { archivedAt: program.archivedAt?.toISOString() ?? null },
    });
    return { programId: program.id, repositoryIds: scope.map((entry) => entry.repositoryId) };
  });
  for (const repositoryId of repositoryIds) await enqueue("sync-repository", { repositoryId });
  await enqueue("assess-program", { programId });
}
