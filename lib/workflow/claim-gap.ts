import { z } from "zod";
import { requirePermission } from "#/lib/auth/permissions.ts";
import { AppError } from "#/lib/errors.ts";
import { formatAge, gapName } from "#/lib/format.ts";
import { inTransaction, type Tx } from "#/lib/store/db.ts";
import { recordDecision } from "#/lib/store/record-decision.ts";
import { leaseEnd } from "./lease.ts";
import { loadClaimable } from "./load-claimable.ts";
import type { Verb } from "./verb.ts";

export const GapInput = z.object({ item: z.int().positive() });
export type GapInput = z.infer<typeof GapInput>;

/** Gives a gap to the actor as a lease; whoever comes second gets a conflict that names the holder, and an expired lease is taken over. */
export async function claimGap({ ctx, input }: Verb<GapInput>): Promise<{ expiresAt: Date }> {
  requirePermission(ctx.actor, "gap.claim");
  return inTransaction(async (tx) => {
    const { lease } = await loadClaimable(tx, input.item);
    const expiresAt = leaseEnd(ctx.actor.kind, ctx.now, lease);
    const granted = await tx.$executeRaw`
      insert into claim as t (item_id, actor_id, granted_at, expires_at)
      values (${input.item}, ${ctx.actor.id}, ${ctx.now}, ${expiresAt})
          on conflict (item_id) do update
         set actor_id = excluded.actor_id, granted_at = excluded.granted_at, expires_at = excluded.expires_at,
             fencing_token = nextval(pg_get_serial_sequence('claim', 'fencing_token'))
       where t.expires_at <= excluded.granted_at`;
    if (granted === 0) throw await taken(tx, input.item, ctx.now);
    await recordDecision(tx, {
      at: ctx.now,
      actorId: ctx.actor.id,
      verb: "gap.claim",
      subject: gapName(input.item),
      after: { expiresAt: expiresAt.toISOString() },
    });
    return { expiresAt };
  });
}

async function taken(tx: Tx, itemId: number, now: Date): Promise<AppError> {
  const claim = await tx.claim.findUnique({ where: { itemId }, include: { actor: true } });
  const who = claim?.actor.name ?? "Somebody";
  const ago = claim ? `${formatAge(claim.grantedAt, now)} ago` : "just now";
  return new AppError(
    "conflict",
    `${who} claimed ${gapName(itemId)} ${ago}. Take another gap, or ask ${who} to release it.`,
  );
}
