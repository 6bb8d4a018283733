type Row = { id: number };
type Kept = { rows: Row[]; keys: string[]; ascending: Row[]; descending: Row[] | null };

const kept = new WeakMap<readonly Row[], Map<string, Kept>>();

type Order<R extends Row> = {
  /** Names the key, so that each order is kept by itself. */
  by: string;
  keyOf: (row: R) => string;
  descending: boolean;
};

/**
 * The rows by a text, then by id. Sorted anew only when a row came, went or has another text: each is
 * looked at for that, because tests change rows in place.
 */
export function orderedRows<R extends Row>(rows: readonly R[], order: Order<R>): readonly R[] {
  const { by, keyOf, descending } = order;
  const orders = kept.get(rows) ?? new Map<string, Kept>();
  kept.set(rows, orders);
  const before = orders.get(by) as (Kept & { ascending: R[] }) | undefined;
  const known = before && isCurrent(before, rows, keyOf) ? before : sorted(rows, keyOf, before);
  orders.set(by, known);
  if (!descending) return known.ascending;
  known.descending ??= known.ascending.toReversed();
  return known.descending as R[];
}

function isCurrent<R extends Row>(
  { rows, keys }: Kept,
  now: readonly R[],
  keyOf: (row: R) => string,
): boolean {
  return hasSameRows(rows, now) && now.every((row, index) => keyOf(row) === keys[index]);
}

function hasSameRows(rows: readonly Row[], now: readonly Row[]): boolean {
  return rows.length === now.length && now.every((row, index) => row === rows[index]);
}

function sorted<R extends Row>(
  rows: readonly R[],
  keyOf: (row: R) => string,
  before: (Kept & { ascending: R[] }) | undefined,
) {
  // One row that moved is found at once in what is sorted already.
  const start = before && hasSameRows(before.rows, rows) ? before.ascending : rows;
  const ascending = start.toSorted((a, b) => compare(keyOf(a), keyOf(b)) || a.id - b.id);
  return { rows: [...rows], keys: rows.map(keyOf), ascending, descending: null };
}

/** By code units, as cursors are compared too. */
export function compare<Key extends string | number>(a: Key, b: Key): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
