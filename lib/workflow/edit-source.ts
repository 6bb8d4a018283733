import { requirePermission } from "#/lib/auth/permissions.ts";
import { AppError } from "#/lib/errors.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { recordDecision } from "#/lib/store/record-decision.ts";
import { seal } from "#/lib/store/seal.ts";
import type { Verb } from "./verb.ts";

export type SourceEdit = {
  readonly id: number;
  readonly token: string;
  /** What the source said to the new token: it replaces the old one only once it was accepted. */
  readonly probe: { readonly version: string; readonly limits: readonly string[] };
};

/** Replaces the token of a source by one that the source accepted; its repositories and every item number stay. */
export async function editSource({ ctx, input }: Verb<SourceEdit>): Promise<void> {
  requirePermission(ctx.actor, "source.manage");
  const { id, token, probe } = input;
  await inTransaction(async (tx) => {
    const source = await tx.source.findUnique({ where: { id } });
    if (!source) throw new AppError("not_found", `There is no source ${id}.`);
    await tx.source.update({
      where: { id },
      data: {
        sealedToken: seal(token),
        probe: { version: probe.version, limits: [...probe.limits] },
        probedAt: ctx.now,
        trouble: null,
        troubleAt: null,
      },
    });
    // The limit that was waited for was the old token's.
    await tx.syncRun.updateMany({
      where: { state: "waiting", repository: { sourceId: id } },
      data: { state: "failed", resumesAt: null },
    });
    await recordDecision(tx, {
      at: ctx.now,
      actorId: ctx.actor.id,
      verb: "source.token",
      subject: `source:${source.name}`,
      before: { hasToken: source.sealedToken !== null },
      after: { hasToken: true },
    });
  });
}
