type Row = { number: number };
type Kept = { length: number; last: Row | undefined; places: Map<number, number[]> };

const kept = new WeakMap<readonly Row[], Kept>();

/** The rows of one number, in their order; their places are kept until a row came or went. */
export function rowsNumbered<R extends Row>(rows: readonly R[], number: number): R[] {
  const before = kept.get(rows);
  const isCurrent = before?.length === rows.length && before.last === rows.at(-1);
  const found = isCurrent ? pick(rows, before, number) : null;
  if (found) return found;
  const known = { length: rows.length, last: rows.at(-1), places: placesOf(rows) };
  kept.set(rows, known);
  return pick(rows, known, number) ?? [];
}

/** The row of that number; null where there is none. */
export function rowNumbered<R extends Row>(rows: readonly R[], number: number): R | null {
  return rowsNumbered(rows, number)[0] ?? null;
}

/** Null where a place was taken by another row since. */
function pick<R extends Row>(rows: readonly R[], { places }: Kept, number: number): R[] | null {
  const found: R[] = [];
  for (const place of places.get(number) ?? []) {
    const row = rows[place];
    if (row?.number !== number) return null;
    found.push(row);
  }
  return found;
}

function placesOf(rows: readonly Row[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  rows.forEach(({ number }, place) => {
    const known = places.get(number);
    if (known) known.push(place);
    else places.set(number, [place]);
  });
  return places;
}
