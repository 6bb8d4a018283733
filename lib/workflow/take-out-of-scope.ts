import { requirePermission } from "#/lib/auth/permissions.ts";
import { AppError } from "#/lib/errors.ts";
import { gapName } from "#/lib/format.ts";
import { enqueue } from "#/lib/jobs/queue.ts";
import { inTransaction, type Tx } from "#/lib/store/db.ts";
import { recordDecision } from "#/lib/store/record-decision.ts";
import { lockProgram } from "./lock-program.ts";
import type { Ctx, Verb } from "./verb.ts";

export type ScopeExit = { readonly slug: string; readonly alias: string; readonly reason: string };

/** Takes a repository out of a program's scope: its items leave with their claims, its figures go with the next assessment, and what was read of it, the numbers of its items and what people decided stay for when it is put back. Throws AppError not_found for an alias that the program has not. */
export async function takeOutOfScope({ ctx, input }: Verb<ScopeExit>): Promise<void> {
  requirePermission(ctx.actor, "program.manage");
  const { slug, alias, reason } = input;
  const programId = await inTransaction(async (tx) => {
    const { id } = await lockProgram(tx, slug);
    const where = { programId_alias: { programId: id, alias } };
    const entry = await tx.programRepository.findUnique({ where, include: { repository: true } });
    if (!entry) {
      throw new AppError(
        "not_found",
        `The program ${slug} has no repository with the alias ${alias}.`,
      );
    }
    const { repository, syncEnabled } = entry;
    await tx.programRepository.delete({ where });
    // Until an assessment knew of it the program is being judged.
    const words = { words: { increment: 1 } };
    await tx.program.update({ where: { id }, data: words });
    await recordDecision(tx, {
      at: ctx.now,
      actorId: ctx.actor.id,
      verb: "scope.take_out",
      subject: `program:${slug}`,
      before: { repository: repository.fullName, alias, syncEnabled },
      after: { reason },
    });
    await releaseClaims(tx, ctx, { programId: id, repositoryId: repository.id });
    return id;
  });
  await enqueue("assess-program", { programId });
}

async function releaseClaims(
  tx: Tx,
  ctx: Ctx,
  item: { programId: number; repositoryId: number },
): Promise<void> {
  const claims = await tx.claim.findMany({ where: { item }, orderBy: { itemId: "asc" } });
  await tx.claim.deleteMany({ where: { itemId: { in: claims.map(({ itemId }) => itemId) } } });
  for (const { itemId } of claims) {
    const subject = gapName(itemId);
    await recordDecision(tx, { at: ctx.now, actorId: ctx.actor.id, verb: "gap.release", subject });
  }
}
