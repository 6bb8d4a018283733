import { requirePermission } from "#/lib/auth/permissions.ts";
import { AppError } from "#/lib/errors.ts";
import { enqueue } from "#/lib/jobs/queue.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { saveTrial } from "#/lib/store/policy-trials.ts";
import { lockProgram } from "./lock-program.ts";
import { requireRules } from "./require-rules.ts";
import type { Verb } from "./verb.ts";

export type PolicyDraft = {
  readonly slug: string;
  /** The rules as somebody wrote them; they are checked. */
  readonly rules: unknown;
};

/** Asks what would change if other rules were in force, and gives the number under which the answer will be; nothing of the program changes. Throws AppError invalid for what are no rules, and conflict for an archived program. */
export async function tryPolicy({ ctx, input }: Verb<PolicyDraft>): Promise<{ trial: number }> {
  requirePermission(ctx.actor, "policy.choose");
  const rules = requireRules(input.rules);
  const trialId = await inTransaction(async (tx) => {
    const { id: programId, policies } = await lockProgram(tx, input.slug);
    const [inForce] = policies;
    if (!inForce) throw new AppError("not_found", `The program ${input.slug} has no policy.`);
    const { id: actorId } = ctx.actor;
    const baseVersion = inForce.version;
    return saveTrial(tx, { programId, actorId, at: ctx.now, baseVersion, rules });
  });
  await enqueue("try-policy", { trialId });
  return { trial: trialId };
}
