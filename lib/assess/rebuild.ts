import { loadProgramIds } from "#/lib/store/load-program-ids.ts";
import { assessProgram } from "./assess-program.ts";

/** Concludes every derived row anew from the facts, program by program; item numbers, decisions and claims stay. */
export async function rebuild(clock: Date): Promise<number> {
  const programs = await loadProgramIds({ archived: true });
  for (const id of programs) await assessProgram(id, clock);
  return programs.length;
}
