import { requirePermission } from "#/lib/auth/permissions.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { recordDecision } from "#/lib/store/record-decision.ts";
import { loadProgramOrThrow } from "./load-program-or-throw.ts";
import type { Verb } from "./verb.ts";

/** Puts a program away: it is no longer synced or judged, and everything it shows stays readable. */
export async function archiveProgram({ ctx, input }: Verb<{ slug: string }>): Promise<void> {
  requirePermission(ctx.actor, "program.manage");
  await inTransaction(async (tx) => {
    const { id } = await loadProgramOrThrow(tx, input.slug);
    await tx.program.update({ where: { id }, data: { archivedAt: ctx.now } });
    await recordDecision(tx, {
      at: ctx.now,
      actorId: ctx.actor.id,
      verb: "program.archive",
      subject: `program:${input.slug}`,
    });
  });
}
