import { AppError } from "#/lib/errors.ts";
import { type Known, known } from "#/lib/facts/known.ts";
import type { Clone } from "#/lib/forge/git/open-clone.ts";
import { readTree } from "#/lib/forge/git/read-tree.ts";
import type { GatesDocument } from "#/lib/report/gates-document.ts";
import { cloneAt } from "../audit/clone-at.ts";
import { readClonedGates } from "../audit/gates-of-clone.ts";
import { toGatesDocument } from "./to-gates-document.ts";

export type GatesRequest = {
  readonly directory: string;
  readonly until: Date | null;
  readonly now: Date;
  /** Told what is broken or missing, one sentence at a time. */
  readonly onProgress: (sentence: string) => void;
};

/** The gates of a clone as it stood at a moment, by the reading that the audit judges with. Throws AppError usage for a directory or moment that cannot be looked at, and failed where the workflow files cannot be read: no gates would be a claim. */
export async function runGates(request: GatesRequest): Promise<GatesDocument> {
  const { directory, until, now, onProgress } = request;
  const clone = await cloneAt(directory, until);
  const read = await readClonedGates(clone, onProgress);
  if (!read.known) throw new AppError("failed", read.why);
  const { gates, findings, paths } = read.value;
  return toGatesDocument({
    repository: clone.name,
    head: clone.head,
    asOf: until ?? now,
    gates,
    findings,
    paths: await listed(clone, paths),
  });
}

/** No paths are either no files or a clone that could not list them; asking it again tells which. */
async function listed(clone: Clone, paths: readonly string[]): Promise<Known<readonly string[]>> {
  if (paths.length > 0) return known(paths);
  const tree = await readTree(clone, clone.head);
  return tree.known ? known(tree.value.paths) : tree;
}
