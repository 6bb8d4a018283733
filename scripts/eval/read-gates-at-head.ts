import type { Gate } from "#/lib/coverage/gate/gate.ts";
import { readGates } from "#/lib/coverage/gate/read-gates.ts";
import { decidingFiles } from "#/lib/coverage/gate/workflow-directory.ts";
import { AppError } from "#/lib/errors.ts";
import { runGit } from "#/lib/forge/git/git.ts";
import { openClone } from "#/lib/forge/git/open-clone.ts";
import { readWorkflows } from "#/lib/forge/git/read-workflows.ts";

export type GatesAtHead = {
  readonly head: string;
  readonly gates: readonly Gate[];
  /** Every file of the tree, by path. */
  readonly files: readonly string[];
};

const BLOB = /^\d+ blob [0-9a-f]+\t(.*)$/s;

/** What the engine reads out of the workflow files of a clone's head, and the files that are there to be selected. */
export async function readGatesAtHead(directory: string): Promise<GatesAtHead> {
  const clone = await openClone(directory);
  const workflows = await readWorkflows(clone, clone.head);
  if (!workflows.known) throw new AppError("failed", workflows.why);
  const { gates } = readGates(decidingFiles("git", workflows.value));
  const args = ["ls-tree", "-r", "-z", "--full-tree", clone.head];
  const entries = (await runGit({ directory, args })).split("\0");
  const files = entries.flatMap((entry) => BLOB.exec(entry)?.[1] ?? []);
  return { head: clone.head, gates, files };
}
