import type { PlanView } from "#/lib/contract/plan.ts";

type Placed = Pick<PlanView, "order" | "byHand"> & {
  readonly entries: readonly Pick<PlanView["entries"][number], "key">[];
};

/** The order to be said so that an entry stands at a place among the entries, 0 for the first: down to the last place that anybody moved, behind it the rule goes on. Null where it stands there already or there is no such place. */
export function moveEntry({ order, byHand, entries }: Placed, key: string, to: number) {
  const from = entries.findIndex((entry) => entry.key === key);
  const target = entries[to]?.key;
  if (from === -1 || target === undefined || from === to) return null;
  const rest = order.filter((each) => each !== key);
  const at = rest.indexOf(target) + (to > from ? 1 : 0);
  const moved = rest.toSpliced(at, 0, key);
  const touched = Math.max(byHand, order.indexOf(key) + 1, at + 1);
  return moved.slice(0, touched);
}
