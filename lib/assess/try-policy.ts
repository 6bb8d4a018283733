import { figuresOf, flipsBetween, type PolicySide } from "#/lib/coverage/policy/compare.ts";
import type { TrialResult } from "#/lib/coverage/policy/trial.ts";
import type { PolicyRules } from "#/lib/coverage/policy.ts";
import { AppError } from "#/lib/errors.ts";
import { loadItemIds } from "#/lib/store/load-item-ids.ts";
import { loadProgramFacts, type ProgramFacts } from "#/lib/store/load-program-facts.ts";
import { withProgramLock } from "#/lib/store/program-lock.ts";
import { judgeProgram } from "./judge-program.ts";
import { sideOf } from "./side-of.ts";

const ATTEMPTS = 3;

/**
 * What would change in a program if these rules were in force, by the facts as they are held now; nothing
 * of the program is written. Facts that change meanwhile would be taken for an effect of the rules: the
 * rules in force are asked before and after, and must say the same.
 */
export const tryPolicy = (
  programId: number,
  rules: PolicyRules,
  clock: Date,
): Promise<TrialResult> =>
  withProgramLock(programId, async () => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const program = await loadProgramFacts(programId);
      const before = await judgedBy(program, program.rules, clock);
      const after = await judgedBy(program, rules, clock);
      const again = await judgedBy(await loadProgramFacts(programId), program.rules, clock);
      if (flipsBetween(before, again).length > 0) continue;
      const ids = await loadItemIds(programId);
      const flips = flipsBetween(before, after).map((flip) => ({
        item: ids.get(flip.naturalKey) ?? null,
        ...flip,
      }));
      return {
        version: program.policyVersion,
        before: figuresOf(before),
        after: figuresOf(after),
        flips,
      };
    }
    throw new AppError(
      "conflict",
      "The sources changed while the rules were tried, so nothing can be said for certain. Try them again when the sync is through.",
    );
  });

const judgedBy = async (
  program: ProgramFacts,
  rules: PolicyRules,
  clock: Date,
): Promise<PolicySide> => sideOf(await judgeProgram({ ...program, rules }, clock), rules.rung);
