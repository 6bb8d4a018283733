import { loadProgramFacts } from "#/lib/store/load-program-facts.ts";
import { withProgramLock } from "#/lib/store/program-lock.ts";
import { saveAssessment } from "#/lib/store/save-assessment.ts";
import { judgeProgram } from "./judge-program.ts";

/**
 * Judges everything in a program again and replaces its derived rows in one transaction; readers see
 * the old figures or the new ones. Two at once take turns from reading on, so that older facts never
 * replace what newer ones gave.
 */
export const assessProgram = (programId: number, clock: Date): Promise<void> =>
  withProgramLock(programId, async () => {
    const program = await loadProgramFacts(programId);
    await saveAssessment(await judgeProgram(program, clock));
  });
