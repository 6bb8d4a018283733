import { randomBytes } from "node:crypto";
import { requirePermission } from "#/lib/auth/permissions.ts";
import { AppError } from "#/lib/errors.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { recordDecision } from "#/lib/store/record-decision.ts";
import { seal } from "#/lib/store/seal.ts";
import type { Verb } from "./verb.ts";

const SECRET_BYTES = 32;

/** Makes a new secret for the webhooks of a source and gives it, this once; from then on those that are signed with an earlier one are refused. Throws AppError not_found, and conflict for a clone, which sends none. */
export async function makeHook({ ctx, input }: Verb<{ id: number }>): Promise<string> {
  requirePermission(ctx.actor, "source.manage");
  const secret = randomBytes(SECRET_BYTES).toString("hex");
  await inTransaction(async (tx) => {
    const source = await tx.source.findUnique({ where: { id: input.id } });
    if (!source) throw new AppError("not_found", `There is no source ${input.id}.`);
    if (source.kind === "git")
      throw new AppError("conflict", "A clone sends no webhooks; it is read on a timer.");
    await tx.source.update({ where: { id: input.id }, data: { sealedHook: seal(secret) } });
    await recordDecision(tx, {
      at: ctx.now,
      actorId: ctx.actor.id,
      verb: "source.hook",
      subject: `source:${source.name}`,
      before: { hasHook: source.sealedHook !== null },
      after: { hasHook: true },
    });
  });
  return secret;
}
