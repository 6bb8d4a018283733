import { requirePermission } from "#/lib/auth/permissions.ts";
import { dbNull, inTransaction, type JsonInput } from "#/lib/store/db.ts";
import { recordDecision } from "#/lib/store/record-decision.ts";
import { lockProgram } from "./lock-program.ts";
import type { Verb } from "./verb.ts";

export type CharterEdit = {
  readonly slug: string;
  /** All of it, as it is to be shown; null takes it away. */
  readonly charter: JsonInput | null;
};

/** Writes down what a program promised in words; no verdict rests on it. The audit line keeps what stood there before. */
export async function editCharter({ ctx, input }: Verb<CharterEdit>): Promise<void> {
  requirePermission(ctx.actor, "program.manage");
  await inTransaction(async (tx) => {
    const { id } = await lockProgram(tx, input.slug);
    // Read behind the lock: somebody may have written while this one waited.
    const { charter: before } = await tx.program.findUniqueOrThrow({ where: { id } });
    const { charter } = input;
    await tx.program.update({ where: { id }, data: { charter: charter ?? dbNull } });
    await recordDecision(tx, {
      at: ctx.now,
      actorId: ctx.actor.id,
      verb: "charter.edit",
      subject: `program:${input.slug}`,
      ...(before === null ? {} : { before }),
      ...(charter === null ? {} : { after: charter }),
    });
  });
}
