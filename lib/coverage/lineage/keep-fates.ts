import type { ChangeId } from "./change-facts.ts";

/** That a later change took one back, or brought it back. */
export type Fate = { readonly by: ChangeId; readonly takes: boolean };

type Known = Map<ChangeId, ChangeId | null>;

/**
 * What became of changes. Of a change's fates the last one counts whose own change stands, so a revert
 * that was reverted did nothing, however long the chain is.
 */
export function keepFates() {
  const fates = new Map<ChangeId, Fate[]>();
  const of = (id: ChangeId) => fates.get(id) ?? [];

  /** What took a change back as of now and itself stands; null when the change stands. */
  function takenBackBy(id: ChangeId, known: Known = new Map()): ChangeId | null {
    const open = [{ id, next: of(id).length - 1 }];
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const fate = of(top.id)[top.next];
      if (fate === undefined) {
        known.set(top.id, null);
        open.pop();
        continue;
      }
      const fateOfIt = known.get(fate.by);
      if (fateOfIt === undefined) {
        open.push({ id: fate.by, next: of(fate.by).length - 1 });
      } else if (fateOfIt === null) {
        known.set(top.id, fate.takes ? fate.by : null);
        open.pop();
      } else {
        top.next -= 1;
      }
    }
    return known.get(id) ?? null;
  }

  return {
    /** Tells a fate; those of one change in their order, and never one by itself or by an earlier change. */
    add(id: ChangeId, fate: Fate): void {
      const told = fates.get(id);
      if (told) told.push(fate);
      else fates.set(id, [fate]);
    },
    takenBackBy: (id: ChangeId) => takenBackBy(id),
    /** Every change that does not stand, with what took it back. */
    takenBack(): ReadonlyMap<ChangeId, ChangeId> {
      const known: Known = new Map();
      return new Map(
        [...fates.keys()].flatMap((id): [ChangeId, ChangeId][] => {
          const by = known.get(id) ?? takenBackBy(id, known);
          return by === null ? [] : [[id, by]];
        }),
      );
    },
  };
}
