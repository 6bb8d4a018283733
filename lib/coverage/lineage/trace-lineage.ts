import { findOriginal } from "./find-original.ts";
import { indexMerged } from "./index-merged.ts";
import { type MergedFacts, onOneBranch } from "./merged-facts.ts";
import { readRevert } from "./read-revert.ts";

export type Lineage = {
  /** The pull request that took it back and was not itself taken back; null when it stands. */
  readonly revertedBy: number | null;
  /** The earlier pull request that it is a copy of; null when it is none. */
  readonly copyOf: number | null;
  /** Set where that one was merged to another branch, so that this one is no second of the same branch. */
  readonly fromElsewhere?: true;
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
  const fromElsewhere = new Set<number>();
  /** What each revert took back, so that its own revert brings it back. */
  const taken = new Map<number, readonly number[]>();

  ordered.forEach((each, at) => {
    const revert = readRevert(each.title, each.body);
    if (revert) {
      const targets = index.find(revert, each, at);
      if (revert.takes) takeBack(each.number, targets);
      else for (const target of targets) revertedBy.delete(target);
      return;
    }
    const original = findOriginal({ merged: each, at, index, revertedBy });
    if (original === null) return;
    copyOf.set(each.number, original.number);
    // What is merged again after its revert stands again.
    if (onOneBranch(each, original)) revertedBy.delete(original.number);
    else fromElsewhere.add(each.number);
  });

  // What was merged again is listed under its original, which goes with it.
  function withOriginal(number: number): readonly number[] {
    const original = fromElsewhere.has(number) ? undefined : copyOf.get(number);
    return original === undefined ? [number] : [number, original];
  }

  function takeBack(by: number, named: readonly number[]): void {
    const targets = named.flatMap(withOriginal);
    taken.set(by, targets);
    for (const target of targets) {
      revertedBy.set(target, by);
      for (const earlier of taken.get(target) ?? []) revertedBy.delete(earlier);
    }
  }

  return new Map(
    [...new Set([...revertedBy.keys(), ...copyOf.keys()])].map((number) => [
      number,
      lineageOf(number, { revertedBy, copyOf, fromElsewhere }),
    ]),
  );
}

type Traces = {
  readonly revertedBy: ReadonlyMap<number, number>;
  readonly copyOf: ReadonlyMap<number, number>;
  readonly fromElsewhere: ReadonlySet<number>;
};

const lineageOf = (number: number, { revertedBy, copyOf, fromElsewhere }: Traces): Lineage => ({
  revertedBy: revertedBy.get(number) ?? null,
  copyOf: copyOf.get(number) ?? null,
  ...(fromElsewhere.has(number) ? { fromElsewhere: true } : {}),
});
