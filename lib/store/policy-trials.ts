import type { TrialResult } from "#/lib/coverage/policy/trial.ts";
import { PolicyRules } from "#/lib/coverage/policy.ts";
import { db, type Tx } from "./db.ts";

/** A trial that waits for its answer; null for one that has it, or that is gone with its program. */
export async function loadWaitingTrial(
  id: number,
): Promise<{ readonly programId: number; readonly rules: PolicyRules } | null> {
  const row = await db.policyTrial.findUnique({ where: { id } });
  if (row?.state !== "waiting") return null;
  return { programId: row.programId, rules: PolicyRules.parse(row.rules) };
}

/** Writes down that rules are to be tried; gives the trial's number. */
export async function saveTrial(
  tx: Tx,
  trial: {
    readonly programId: number;
    readonly actorId: number;
    readonly at: Date;
    readonly baseVersion: number;
    readonly rules: PolicyRules;
  },
): Promise<number> {
  const { id } = await tx.policyTrial.create({ data: { ...trial, state: "waiting" } });
  return id;
}

/** Gives a waiting trial its answer, or the reason why it has none; a second answer changes nothing. */
export async function endTrial(
  id: number,
  end: { readonly result: TrialResult } | { readonly error: string },
  endedAt: Date,
): Promise<void> {
  const state = "result" in end ? "done" : "failed";
  await db.policyTrial.updateMany({
    where: { id, state: "waiting" },
    data: { ...end, state, endedAt },
  });
}
