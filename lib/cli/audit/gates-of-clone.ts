import type { Gate } from "#/lib/coverage/gate/gate.ts";
import { readGates } from "#/lib/coverage/gate/read-gates.ts";
import { decidingFiles } from "#/lib/coverage/gate/workflow-directory.ts";
import { type Known, known } from "#/lib/facts/known.ts";
import type { Clone } from "#/lib/forge/git/open-clone.ts";
import { readWorkflows } from "#/lib/forge/git/read-workflows.ts";

/** The gates that a clone's workflow files declare where it is looked at; says which files are broken. */
export async function gatesOfClone(
  clone: Clone,
  onProgress: (sentence: string) => void,
): Promise<Known<readonly Gate[]>> {
  const files = await readWorkflows(clone, clone.head);
  if (!files.known) {
    onProgress(files.why);
    return files;
  }
  const { gates, findings } = readGates(decidingFiles("git", files.value));
  for (const { kind, workflow, message } of findings) {
    if (kind === "broken_workflow") onProgress(`${workflow}: ${message}`);
  }
  return known(gates);
}
