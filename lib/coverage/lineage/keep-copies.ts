import type { ChangeFacts, ChangeId } from "./change-facts.ts";

export type Copy = {
  readonly original: ChangeFacts;
  /** Whether it is the first of its branch all the same. */
  readonly isFirst: boolean;
};

/** Which changes are copies of earlier ones, and what each is listed under. */
export function keepCopies() {
  const copies = new Map<ChangeId, Copy>();
  /** The first copy on a branch that lacked the original. */
  const firsts = new Map<string, ChangeFacts>();
  return {
    add(change: ChangeFacts, copy: Copy): void {
      copies.set(change.id, copy);
      // What no pull request brought is no item under which another could be listed.
      if (copy.isFirst && typeof change.id === "number")
        firsts.set(placeOf(copy.original, change), change);
    },
    of: (id: ChangeId): Copy | null => copies.get(id) ?? null,
    ids: () => copies.keys(),
    /** What a copy of a change is listed under: the first of all, or the first on the copy's branch. */
    firstOf(found: ChangeFacts, copy: ChangeFacts): ChangeFacts {
      const above = copies.get(found.id);
      const first = above && !above.isFirst ? above.original : found;
      return firsts.get(placeOf(first, copy)) ?? first;
    },
    /** A change with the original that is taken back and brought back along with it. */
    withOriginal(id: ChangeId): readonly ChangeId[] {
      const copy = copies.get(id);
      return copy && !copy.isFirst ? [id, copy.original.id] : [id];
    },
  };
}

const placeOf = ({ id }: ChangeFacts, { baseRef }: ChangeFacts): string => `${id} ${baseRef}`;
