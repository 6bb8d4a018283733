import { requirePermission } from "#/lib/auth/permissions.ts";
import { AppError } from "#/lib/errors.ts";
import { gapName } from "#/lib/format.ts";
import { enqueue } from "#/lib/jobs/queue.ts";
import { inTransaction, type Tx } from "#/lib/store/db.ts";
import { recordDecision } from "#/lib/store/record-decision.ts";
import { saveOverride } from "#/lib/store/save-override.ts";
import { unsettle } from "#/lib/store/unsettle.ts";
import { loadScopedRepository, type ScopedRepository } from "./load-scoped-repository.ts";
import type { Ctx, Verb } from "./verb.ts";

export type FixDecision = {
  readonly slug: string;
  readonly repo: string;
  readonly number: number;
  /** Null takes an earlier word back. */
  readonly isFix: boolean | null;
  readonly reason: string;
};

/** A person's word on whether one merged pull request is a fix: it wins over the rules in every later assessment until it is taken back, and a gap that leaves the scope is released. Throws AppError not_found for what was not merged, and conflict when the same word is in force already or there is none to take back. */
export async function decideFix({ ctx, input }: Verb<FixDecision>): Promise<void> {
  requirePermission(ctx.actor, "classification.decide");
  const scoped = await inTransaction(async (tx) => {
    const scope = await loadScopedRepository(tx, input);
    await requireMerged(tx, scope, input);
    const key = String(input.number);
    const value = input.isFix === null ? null : input.isFix ? "fix" : "not_fix";
    const before = await requireNews(tx, { ...scope, key, value });
    await saveOverride(tx, {
      ...scope,
      at: ctx.now,
      actorId: ctx.actor.id,
      subject: "fix",
      key,
      value,
      reason: input.reason,
    });
    await unsettle(tx, scope.repositoryId, [input.number]);
    const subject = await subjectOf(tx, scope, input);
    await recordDecision(tx, {
      at: ctx.now,
      actorId: ctx.actor.id,
      verb: verbOf(input.isFix),
      subject,
      before: { value: before },
      after: { value, reason: input.reason },
    });
    if (input.isFix === false) await releaseClaim(tx, ctx, subject);
    return scope;
  });
  // What becomes a fix may need patches that nobody asked for; a sync reads them and judges after.
  if (input.isFix === true) {
    await enqueue("sync-repository", { repositoryId: scoped.repositoryId });
  }
  await enqueue("assess-program", { programId: scoped.programId });
}

const verbOf = (isFix: boolean | null): string =>
  isFix === null ? "fix.by_rules" : isFix ? "fix.count" : "fix.exclude";

async function requireMerged(
  tx: Tx,
  { repositoryId }: ScopedRepository,
  { repo, number }: FixDecision,
): Promise<void> {
  const found = await tx.pullRequest.findUnique({
    where: { repositoryId_number: { repositoryId, number } },
    select: { state: true },
  });
  if (found?.state === "merged") return;
  throw new AppError("not_found", `${repo} has no merged pull request #${number}.`);
}

/** The word in force until now; refuses one that would change nothing. */
async function requireNews(
  tx: Tx,
  { programId, repositoryId, key, value }: ScopedRepository & { key: string; value: string | null },
): Promise<string | null> {
  const last = await tx.override.findFirst({
    where: { programId, repositoryId, subject: "fix", key },
    orderBy: { id: "desc" },
  });
  const before = last?.value ?? null;
  if (before !== value) return before;
  throw new AppError(
    "conflict",
    value === null
      ? `Nobody decided about #${key}, so the rules decide already.`
      : `It was decided before that #${key} is ${value === "fix" ? "a fix" : "no fix"}.`,
  );
}

/** The item's own name where it has one, so that its page tells of the decision. */
async function subjectOf(
  tx: Tx,
  { programId, repositoryId }: ScopedRepository,
  { repo, number }: FixDecision,
): Promise<string> {
  const naturalKey = `fix:${repositoryId}:${number}`;
  const item = await tx.item.findUnique({
    where: { programId_naturalKey: { programId, naturalKey } },
  });
  return item ? gapName(item.id) : `${repo}#${number}`;
}

async function releaseClaim(tx: Tx, ctx: Ctx, subject: string): Promise<void> {
  const itemId = Number(/^GAP-(\d+)$/.exec(subject)?.[1] ?? 0);
  const { count } = await tx.claim.deleteMany({ where: { itemId } });
  if (count === 0) return;
  await recordDecision(tx, { at: ctx.now, actorId: ctx.actor.id, verb: "gap.release", subject });
}
