import type { FakeGit } from "./fake-git.ts";
import { readCommit } from "./read-commit.ts";

type Sides = { readonly place: number; readonly id: string; ours: boolean; theirs: boolean };

/** The newest commit that both come from; null where their histories do not meet. */
export function mergeBase(git: FakeGit, one: string, other: string): string | null {
  // A commit is kept after its parents, so going down the places meets no commit before its children.
  const waiting = new Map<string, Sides>();
  const meet = (id: string, { ours, theirs }: Pick<Sides, "ours" | "theirs">): void => {
    const met = waiting.get(id);
    if (met) {
      met.ours ||= ours;
      met.theirs ||= theirs;
    } else waiting.set(id, { place: git.objects.placeOf(id), id, ours, theirs });
  };
  meet(one, { ours: true, theirs: false });
  meet(other, { ours: false, theirs: true });
  for (let next = newest(waiting); next !== null; next = newest(waiting)) {
    if (next.ours && next.theirs) return next.id;
    waiting.delete(next.id);
    for (const parent of readCommit(git, next.id).parents) meet(parent, next);
  }
  return null;
}

// A frontier has as many commits as there are lines of history side by side: few.
function newest(waiting: ReadonlyMap<string, Sides>): Sides | null {
  let best: Sides | null = null;
  for (const sides of waiting.values()) if (best === null || sides.place > best.place) best = sides;
  return best;
}
