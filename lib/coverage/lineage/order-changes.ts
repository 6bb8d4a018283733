import type { ChangeFacts } from "./change-facts.ts";
import { keyOf, keysOf, SHARED_MAX } from "./sha-keys.ts";

/** Changes in the order in which they were merged, whatever order they are given in: by their dates, and a pushed commit behind each commit that it names by id, since clocks go wrong and a script reverts twice in one second. */
export function orderChanges(changes: readonly ChangeFacts[]): readonly ChangeFacts[] {
  const sorted = changes.toSorted(
    (one, other) => one.at.getTime() - other.at.getTime() || byId(one, other),
  );
  const named = namedBy(sorted);
  const met = new Set<ChangeFacts>();
  const ordered = new Set<ChangeFacts>();
  const open: { readonly change: ChangeFacts; readonly named: Iterator<ChangeFacts> }[] = [];
  const meet = (change: ChangeFacts) => {
    if (met.has(change)) return;
    met.add(change);
    open.push({ change, named: named(change) });
  };
  for (const each of sorted) {
    meet(each);
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const earlier = top.named.next();
      if (earlier.done !== true) {
        meet(earlier.value);
        continue;
      }
      ordered.add(top.change);
      open.pop();
    }
  }
  return [...ordered];
}

/** Those of some changes whose ids a pushed commit names. The words of a pull request can be edited later, so that they may name what came after it. */
function namedBy(changes: readonly ChangeFacts[]) {
  const bySha = new Map<string, ChangeFacts[]>();
  for (const each of changes) {
    for (const key of each.sha === null ? [] : keysOf(each.sha)) {
      const known = bySha.get(key);
      if (known === undefined) bySha.set(key, [each]);
      else if (known.length < SHARED_MAX) known.push(each);
    }
  }
  return function* named({ id, revert, copy }: ChangeFacts): Generator<ChangeFacts> {
    if (typeof id === "number") return;
    for (const sha of [...(revert?.shas ?? []), ...(copy?.shas ?? [])]) {
      for (const each of bySha.get(keyOf(sha)) ?? []) {
        if (each.sha?.startsWith(sha)) yield each;
      }
    }
  };
}

/** Pull requests before pushed commits, and each in the order of their ids. */
function byId({ id: one }: ChangeFacts, { id: other }: ChangeFacts): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  if (typeof one !== typeof other) return typeof one === "number" ? -1 : 1;
  return one < other ? -1 : 1;
}
