import { requirePermission } from "#/lib/auth/permissions.ts";
import { AppError } from "#/lib/errors.ts";
import { gapName } from "#/lib/format.ts";
import { enqueue } from "#/lib/jobs/queue.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { recordDecision } from "#/lib/store/record-decision.ts";
import { saveOverride } from "#/lib/store/save-override.ts";
import { lockProgram } from "./lock-program.ts";
import type { Verb } from "./verb.ts";

export type GuardInput = {
  /** Number of the item. */
  readonly item: number;
  /** What keeps the defect from harm in operation, as an alarm; null takes an earlier one back. */
  readonly guard: string | null;
  readonly reason: string;
};

/** Records the operational guard of an item: shown beside it, and no gate, so that it resolves nothing. Throws AppError not_found for what is no item of a repository, and conflict when the same guard is recorded already or there is none to take back. */
export async function recordGuard({ ctx, input }: Verb<GuardInput>): Promise<void> {
  requirePermission(ctx.actor, "link.decide");
  const { item, guard: value, reason } = input;
  const programId = await inTransaction(async (tx) => {
    const found = await tx.item.findUnique({ where: { id: item }, include: { program: true } });
    if (!found || found.repositoryId === null)
      throw new AppError("not_found", `There is no ${gapName(item)} in any program.`);
    const program = await lockProgram(tx, found.program.slug);
    const key = found.naturalKey;
    const word = {
      programId: program.id,
      repositoryId: found.repositoryId,
      subject: "guard",
      key,
    } as const;
    const last = await tx.override.findFirst({ where: word, orderBy: { id: "desc" } });
    if ((last?.value ?? null) === value) {
      throw new AppError(
        "conflict",
        value === null ? "No guard is recorded." : "This guard is recorded already.",
      );
    }
    await saveOverride(tx, { ...word, at: ctx.now, actorId: ctx.actor.id, value, reason });
    await recordDecision(tx, {
      at: ctx.now,
      actorId: ctx.actor.id,
      verb: value === null ? "guard.remove" : "guard.record",
      subject: gapName(item),
      before: { guard: last?.value ?? null },
      after: { guard: value, reason },
    });
    return program.id;
  });
  await enqueue("assess-program", { programId });
}
