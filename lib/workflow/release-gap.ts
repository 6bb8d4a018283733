import { requirePermission } from "#/lib/auth/permissions.ts";
import { AppError } from "#/lib/errors.ts";
import { gapName } from "#/lib/format.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { recordDecision } from "#/lib/store/record-decision.ts";
import type { GapInput } from "./claim-gap.ts";
import type { Verb } from "./verb.ts";

/** Gives a gap back; only its holder can, and releasing what nobody holds is a conflict. */
export async function releaseGap({ ctx, input }: Verb<GapInput>): Promise<void> {
  requirePermission(ctx.actor, "gap.release");
  await inTransaction(async (tx) => {
    const { count } = await tx.claim.deleteMany({
      where: { itemId: input.item, actorId: ctx.actor.id },
    });
    if (count === 0) {
      throw new AppError(
        "conflict",
        `${gapName(input.item)} is not claimed by ${ctx.actor.name}, so it cannot be released.`,
      );
    }
    await recordDecision(tx, {
      at: ctx.now,
      actorId: ctx.actor.id,
      verb: "gap.release",
      subject: gapName(input.item),
    });
  });
}
