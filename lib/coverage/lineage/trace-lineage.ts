import { type ChangeFacts, type ChangeId, onOneBranch } from "./change-facts.ts";
import { findOriginal } from "./find-original.ts";
import { indexChanges } from "./index-changes.ts";
import { type Copy, keepCopies } from "./keep-copies.ts";
import { keepFates } from "./keep-fates.ts";
import { orderChanges } from "./order-changes.ts";

export type Lineage = {
  /** What took it back and was not itself taken back; null when it stands. */
  readonly revertedBy: ChangeId | null;
  /** The earlier pull request that it is a copy of; null when it is none. */
  readonly copyOf: number | null;
  /** Set where it is the first of its branch all the same: that one was merged to another branch, or before the window and did not stand any more. */
  readonly isFirst?: true;
  /** Set where that one was merged before the window, so that it is no item under which a copy could be listed. */
  readonly ofOlder?: true;
};

export const NO_LINEAGE: Lineage = { revertedBy: null, copyOf: null };

/** Which pull requests of a repository were taken back, and which are cherry-picks or backports of an earlier one; numbers that are in neither state are left out. */
export function traceLineage(changes: readonly ChangeFacts[]): ReadonlyMap<number, Lineage> {
  const ordered = orderChanges(changes);
  const index = indexChanges(ordered);
  const fates = keepFates();
  const copies = keepCopies();
  const isTakenBack = (id: ChangeId) => fates.takenBackBy(id) !== null;

  ordered.forEach((each, at) => {
    if (each.revert) {
      for (const target of index.find(each.revert, each, at)) {
        // To apply again what a revert took back is to take back the revert.
        const takes = each.revert.takes || target.revert?.takes === true;
        for (const id of copies.withOriginal(target.id)) fates.add(id, { by: each.id, takes });
      }
      return;
    }
    const found = findOriginal(each, { at, index, isTakenBack });
    if (found === null) return;
    const original = copies.firstOf(found, each);
    const isAgain = original.isOlder && !each.isOlder && isTakenBack(original.id);
    copies.add(each, { original, isFirst: isAgain || !onOneBranch(each, original) });
    // What is merged again after its revert stands again.
    for (const other of new Set([original, found])) {
      if (onOneBranch(each, other)) fates.add(other.id, { by: each.id, takes: false });
    }
  });

  const takenBack = fates.takenBack();
  return new Map(
    [...new Set([...takenBack.keys(), ...copies.ids()])]
      .filter((id) => typeof id === "number")
      .map((id) => [id, lineageOf(takenBack.get(id) ?? null, copies.of(id))]),
  );
}

function lineageOf(revertedBy: ChangeId | null, copy: Copy | null): Lineage {
  if (copy === null) return { revertedBy, copyOf: null };
  const { original, isFirst } = copy;
  return {
    revertedBy,
    copyOf: typeof original.id === "number" ? original.id : null,
    ...(isFirst ? { isFirst } : {}),
    ...(original.isOlder ? { ofOlder: true } : {}),
  };
}
