import { orderPlan, type PlanEntry, type Priority } from "#/lib/coverage/leverage/order-plan.ts";
import type { PlanWords } from "#/lib/store/load-plan-words.ts";
import type { DeclaredRow, ItemRow, WorkRow } from "./plan-rows.ts";

/** A piece of work, or a declared gap that is work of its own. */
export type Entry = PlanEntry &
  (
    | { readonly work: WorkRow; readonly declared: null }
    | { readonly work: null; readonly declared: DeclaredRow }
  );

/** By priority, then by what each adds to those before it, then by age; what a person ordered stays so. */
export function inOrder(
  {
    work,
    declared,
    words,
  }: {
    readonly work: readonly WorkRow[];
    readonly declared: readonly DeclaredRow[];
    readonly words: PlanWords;
  },
  open: ReadonlyMap<number, ItemRow>,
): readonly Entry[] {
  const saidOf = (key: string): Priority | null => words.priorities.get(key)?.value ?? null;
  const left = new Set(open.keys());
  const ofWork = work.map((row): Entry => {
    const gaps = row.items.filter((item) => left.delete(item));
    const oldestAt = oldest(gaps.flatMap((item) => open.get(item) ?? []));
    const { key } = row;
    return { key, priority: saidOf(key), closes: gaps.length, oldestAt, work: row, declared: null };
  });
  const ofDeclared = declared.map((row): Entry => {
    const { key, enteredAt } = row;
    const priority = saidOf(key) ?? row.priority;
    return { key, priority, closes: 1, oldestAt: enteredAt, work: null, declared: row };
  });
  return orderPlan([...ofDeclared, ...ofWork], words.order?.value ?? []);
}

/** When the first of these gaps came up; null for none. */
export const oldest = (gaps: readonly ItemRow[]): Date | null =>
  gaps.reduce<Date | null>(
    (first, { enteredAt }) => (first === null || enteredAt < first ? enteredAt : first),
    null,
  );

/** The keys of a plan in their order; those that a person listed and that stand for nothing here keep their place behind the listed key before them. */
export function withAbsent(
  order: readonly string[],
  manual: readonly string[],
  known: ReadonlySet<string>,
): { readonly order: readonly string[]; readonly byHand: number } {
  const here = new Set(order);
  const behind = new Map<string | null, string[]>();
  let last: string | null = null;
  for (const key of new Set(manual)) {
    if (here.has(key)) last = key;
    else if (known.has(key)) behind.set(last, [...(behind.get(last) ?? []), key]);
  }
  const all = [
    ...(behind.get(null) ?? []),
    ...order.flatMap((key) => [key, ...(behind.get(key) ?? [])]),
  ];
  const listed = new Set(manual);
  return { order: all, byHand: all.findLastIndex((key) => listed.has(key)) + 1 };
}
