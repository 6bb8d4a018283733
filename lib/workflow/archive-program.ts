import { requirePermission } from "#/lib/auth/permissions.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { recordDecision } from "#/lib/store/record-decision.ts";
import { lockProgram } from "./lock-program.ts";
import type { Verb } from "./verb.ts";

/** Puts a program away: it is no longer synced or judged, nothing in it is decided, and everything it shows stays readable. Throws AppError conflict for one that is archived already. */
export async function archiveProgram({ ctx, input }: Verb<{ slug: string }>): Promise<void> {
  requirePermission(ctx.actor, "program.manage");
  await inTransaction(async (tx) => {
    const { id } = await lockProgram(tx, input.slug);
    await tx.program.update({ where: { id }, data: { archivedAt: ctx.now } });
    await recordDecision(tx, {
      at: ctx.now,
      actorId: ctx.actor.id,
      verb: "program.archive",
      subject: `program:${input.slug}`,
    });
  });
}
