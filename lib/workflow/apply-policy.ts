import { requirePermission } from "#/lib/auth/permissions.ts";
import { type PolicyChange, policyDiff } from "#/lib/coverage/policy/diff.ts";
import { PolicyRules } from "#/lib/coverage/policy.ts";
import { AppError } from "#/lib/errors.ts";
import { enqueue } from "#/lib/jobs/queue.ts";
import { inTransaction, type Tx } from "#/lib/store/db.ts";
import { recordDecision } from "#/lib/store/record-decision.ts";
import { unsettle } from "#/lib/store/unsettle.ts";
import { lockProgram } from "./lock-program.ts";
import { requireRules } from "./require-rules.ts";
import type { PolicyDraft } from "./try-policy.ts";
import type { Verb } from "./verb.ts";

export type PolicyChoice = PolicyDraft & {
  /** The version that the rules were made from. */
  readonly baseVersion: number;
  readonly reason: string;
};

/** Puts rules in force as a new version beside the old ones, with who chose them and why, and has everything judged anew. Throws AppError conflict when another version is in force than the one that the rules were made from, or when they change nothing. */
export async function applyPolicy({
  ctx,
  input,
}: Verb<PolicyChoice>): Promise<{ version: number }> {
  requirePermission(ctx.actor, "policy.choose");
  const rules = requireRules(input.rules);
  const { slug, reason } = input;
  const { programId, version, toSync } = await inTransaction(async (tx) => {
    const program = await lockProgram(tx, slug);
    // Asked again: whoever came first may have chosen while this one waited for its turn.
    const inForce = await tx.policy.findFirstOrThrow({
      where: { programId: program.id },
      orderBy: { version: "desc" },
    });
    const before = PolicyRules.parse(inForce.rules);
    const { baseVersion } = input;
    const changes = requireNews(before, rules, { inForce: inForce.version, baseVersion });
    const next = inForce.version + 1;
    const by = { actorId: ctx.actor.id, reason, createdAt: ctx.now };
    await tx.policy.create({ data: { programId: program.id, version: next, rules, ...by } });
    await recordDecision(tx, {
      at: ctx.now,
      actorId: ctx.actor.id,
      verb: "policy.apply",
      subject: `program:${slug}`,
      before: { version: inForce.version, rung: before.rung },
      after: { version: next, rung: rules.rung, reason, changes: changes.map(({ text }) => text) },
    });
    const isOtherFixes = changes.some(({ field }) => field === "fixRules");
    const repositories = isOtherFixes ? await unsettleAll(tx, program.id) : [];
    return { programId: program.id, version: next, toSync: repositories };
  });
  // What becomes a fix may need patches that nobody asked for; a sync reads them and judges after.
  for (const repositoryId of toSync) await enqueue("sync-repository", { repositoryId });
  await enqueue("assess-program", { programId });
  return { version };
}

/** Has the next sync look at every merged pull request again; gives the repositories that are synced. */
async function unsettleAll(tx: Tx, programId: number): Promise<number[]> {
  const scope = await tx.programRepository.findMany({ where: { programId, syncEnabled: true } });
  for (const { repositoryId } of scope) {
    const where = { repositoryId, state: "merged" };
    const pulls = await tx.pullRequest.findMany({ where, select: { number: true } });
    await unsettle(
      tx,
      repositoryId,
      pulls.map(({ number }) => number),
    );
  }
  return scope.map(({ repositoryId }) => repositoryId);
}

/** What the rules change, in words; refuses rules that were made from another version, and such as change nothing. */
function requireNews(
  before: PolicyRules,
  rules: PolicyRules,
  { inForce, baseVersion }: { inForce: number; baseVersion: number },
): readonly PolicyChange[] {
  if (inForce !== baseVersion) {
    throw new AppError(
      "conflict",
      `Version ${inForce} of the policy is in force, and these rules were made from version ${baseVersion}. Look at what changed, make your change there and try it again.`,
    );
  }
  const changes = policyDiff(before, rules);
  if (changes.length > 0) return changes;
  throw new AppError(
    "conflict",
    `These are the rules of version ${inForce}, which is in force: there is nothing to apply.`,
  );
}
