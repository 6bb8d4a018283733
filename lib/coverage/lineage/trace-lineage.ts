import { findOriginal } from "./find-original.ts";
import { indexMerged } from "./index-merged.ts";
import type { MergedFacts } from "./merged-facts.ts";
import { readRevert } from "./read-revert.ts";

export type Lineage = {
  /** The pull request that took it back and was not itself taken back; null when it stands. */
  readonly revertedBy: number | null;
  /** The earlier pull request that it is a copy of; null when it is none. */
  readonly copyOf: number | null;
};

export const NO_LINEAGE: Lineage = { revertedBy: null, copyOf: null };

/** Which merged pull requests of a repository were taken back, and which are cherry-picks or backports of an earlier one; numbers that are in neither state are left out. */
export function traceLineage(merged: readonly MergedFacts[]): ReadonlyMap<number, Lineage> {
  const ordered = merged.toSorted(
    (one, other) => one.mergedAt.getTime() - other.mergedAt.getTime() || one.number - other.number,
  );
  const index = indexMerged(ordered);
  const revertedBy = new Map<number, number>();
  const copyOf = new Map<number, number>();
  /** What each revert took back, so that its own revert brings it back. */
  const taken = new Map<number, readonly number[]>();

  ordered.forEach((each, at) => {
    const revert = readRevert(each.title, each.body);
    if (revert) {
      const targets = index.find(revert, at);
      if (revert.takes) takeBack(each.number, targets);
      else for (const target of targets) revertedBy.delete(target);
      return;
    }
    const original = findOriginal(each, at, index);
    if (original === null) return;
    copyOf.set(each.number, original);
    // What is merged again after its revert stands again.
    revertedBy.delete(original);
  });

  function takeBack(by: number, targets: readonly number[]): void {
    taken.set(by, targets);
    for (const target of targets) {
      revertedBy.set(target, by);
      for (const earlier of taken.get(target) ?? []) revertedBy.delete(earlier);
    }
  }

  return new Map(
    [...new Set([...revertedBy.keys(), ...copyOf.keys()])].map((number) => [
      number,
      { revertedBy: revertedBy.get(number) ?? null, copyOf: copyOf.get(number) ?? null },
    ]),
  );
}
