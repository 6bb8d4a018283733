import { type ClonedGates, readClonedGates } from "#/lib/cli/audit/gates-of-clone.ts";
import { AppError } from "#/lib/errors.ts";
import { openClone } from "#/lib/forge/git/open-clone.ts";

export type GatesAtHead = {
  readonly head: string;
  readonly gates: ClonedGates["gates"];
  /** Every file of the tree, by path. */
  readonly files: readonly string[];
};

/** What the engine reads out of the workflow files of a clone's head, and the files that are there to be selected. */
export async function readGatesAtHead(directory: string): Promise<GatesAtHead> {
  const clone = await openClone(directory);
  const read = await readClonedGates(clone, () => {});
  if (!read.known) throw new AppError("failed", read.why);
  return { head: clone.head, gates: read.value.gates, files: read.value.paths };
}
