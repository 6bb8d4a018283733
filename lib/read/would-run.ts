import type { WouldRunInput, WouldRunView } from "#/lib/contract/gate.ts";
import { wouldRun } from "#/lib/coverage/gate/trigger/would-run.ts";
import { AppError } from "#/lib/errors.ts";
import { fileUrl } from "./file-url.ts";
import { findGateOrThrow, readJobOf } from "./find-gate.ts";

/** Whether a gate runs for a pull request that changes these files, and the line that decides. */
export async function readWouldRunOrThrow(
  question: WouldRunInput & { readonly slug: string; readonly id: number },
): Promise<WouldRunView> {
  const { slug, id, files } = question;
  const { program, place, gate } = await findGateOrThrow(slug, id);
  const found = await readJobOf(gate);
  if (!found.known) throw new AppError("not_found", found.why);
  const branch = question.branch ?? place.defaultBranch;
  const { job, reading } = found.value;
  const { answer, why, line } = wouldRun(job, files, { branch, event: null, forge: reading.forge });
  return { answer, why, line, url: fileUrl(place, program.sample, gate.workflow, line), branch };
}
