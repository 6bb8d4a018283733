import { requirePermission } from "#/lib/auth/permissions.ts";
import type { TestKind } from "#/lib/coverage/policy.ts";
import { AppError } from "#/lib/errors.ts";
import { enqueue } from "#/lib/jobs/queue.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { recordDecision } from "#/lib/store/record-decision.ts";
import { saveOverride } from "#/lib/store/save-override.ts";
import { loadScopedRepository } from "./load-scoped-repository.ts";
import type { Verb } from "./verb.ts";

export type TestKindDecision = {
  readonly slug: string;
  readonly repo: string;
  /** A glob over the paths of tests. */
  readonly paths: string;
  /** Null takes an earlier word back. */
  readonly kind: TestKind | null;
  readonly reason: string;
};

/** A person's word on the kind of the tests in a part of a repository: it wins over what their path and text tell, the newest that matches first, until it is taken back. Throws AppError conflict when the same word is in force already or there is none to take back. */
export async function decideTestKind({ ctx, input }: Verb<TestKindDecision>): Promise<void> {
  requirePermission(ctx.actor, "classification.decide");
  const programId = await inTransaction(async (tx) => {
    const scope = await loadScopedRepository(tx, input);
    const { paths: key, kind: value, reason } = input;
    const last = await tx.override.findFirst({
      where: { ...scope, subject: "test_kind", key },
      orderBy: { id: "desc" },
    });
    if ((last?.value ?? null) === value) {
      throw new AppError(
        "conflict",
        value === null
          ? `Nobody decided about ${key}, so the rules decide already.`
          : `It was decided before that the tests of ${key} are of the kind ${value}.`,
      );
    }
    await saveOverride(tx, {
      ...scope,
      at: ctx.now,
      actorId: ctx.actor.id,
      subject: "test_kind",
      key,
      value,
      reason,
    });
    await recordDecision(tx, {
      at: ctx.now,
      actorId: ctx.actor.id,
      verb: value === null ? "test_kind.by_rules" : "test_kind.decide",
      subject: `program:${input.slug}`,
      before: { repository: input.repo, paths: key, kind: last?.value ?? null },
      after: { repository: input.repo, paths: key, kind: value, reason },
    });
    return scope.programId;
  });
  await enqueue("assess-program", { programId });
}
