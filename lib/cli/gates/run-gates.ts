import { AppError } from "#/lib/errors.ts";
import type { GatesDocument } from "#/lib/report/gates-document.ts";
import { cloneAt } from "../audit/clone-at.ts";
import { listedPaths, readClonedGates } from "../audit/gates-of-clone.ts";
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
  const { gates, findings } = read.value;
  return toGatesDocument({
    repository: clone.name,
    head: clone.head,
    asOf: until ?? now,
    gates,
    findings,
    paths: listedPaths(read.value),
  });
}
