import { AppError } from "#/lib/errors.ts";
import { log } from "#/lib/log.ts";
import { endTrial, loadWaitingTrial } from "#/lib/store/policy-trials.ts";
import { tryPolicy } from "./try-policy.ts";

const FAILED =
  "Something failed while the rules were tried; the server's log has the cause. Nothing was changed.";

/** Tries the rules of a waiting trial and writes down what would change, or why that cannot be said; one that has its answer keeps it. */
export async function answerTrial(trialId: number, clock: () => Date): Promise<void> {
  const trial = await loadWaitingTrial(trialId);
  if (!trial) return;
  try {
    const result = await tryPolicy(trial.programId, trial.rules, clock());
    await endTrial(trialId, { result }, clock());
  } catch (error) {
    const isOurs = error instanceof AppError;
    if (!isOurs) log.error({ err: error, trialId }, "a trial of rules failed");
    await endTrial(trialId, { error: isOurs ? error.message : FAILED }, clock());
  }
}
