import { z } from "zod";
import { TrialView } from "#/lib/contract/policy.ts";
import { policyDiff } from "#/lib/coverage/policy/diff.ts";
import { TrialResult } from "#/lib/coverage/policy/trial.ts";
import { PolicyRules } from "#/lib/coverage/policy.ts";
import { AppError } from "#/lib/errors.ts";
import { db } from "#/lib/store/db.ts";
import { findProgramOrThrow } from "./find-program.ts";

/** Rules that were tried in a program, and what would change, once that is known. */
export async function readTrialOrThrow(input: { slug: string; id: number }): Promise<TrialView> {
  const { slug, id } = input;
  const { id: programId } = await findProgramOrThrow(slug);
  const row = await db.policyTrial.findUnique({
    where: { id },
    include: { actor: { select: { name: true } } },
  });
  if (row?.programId !== programId) {
    throw new AppError("not_found", `No rules were tried in ${slug} under the number ${id}.`);
  }
  const base = await db.policy.findUniqueOrThrow({
    where: { programId_version: { programId, version: row.baseVersion } },
  });
  const rules = PolicyRules.parse(row.rules);
  return {
    id,
    state: TrialView.shape.state.parse(row.state),
    by: row.actor.name,
    at: row.at.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    baseVersion: row.baseVersion,
    rules,
    changes: policyDiff(PolicyRules.parse(base.rules), rules).map(({ text }) => text),
    result: z.nullable(TrialResult).parse(row.result),
    error: row.error,
  };
}
