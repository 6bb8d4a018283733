/** The lines of a text with how often each occurs, and the length of all of them together; blank lines and indentation do not count. */
export type Bag = { readonly counts: ReadonlyMap<string, number>; readonly weight: number };

/** Counts the lines of a text. */
export function toBag(lines: readonly string[]): Bag {
  const counts = new Map<string, number>();
  let weight = 0;
  for (const raw of lines) {
    const line = raw.trim();
    if (line === "") continue;
    counts.set(line, (counts.get(line) ?? 0) + 1);
    weight += line.length;
  }
  return { counts, weight };
}

/** How much of the larger text stands in the other too, by the length of its lines, from 0 to 1. */
export function similarity(one: Bag, other: Bag): number {
  const larger = Math.max(one.weight, other.weight);
  if (larger === 0 || Math.min(one.weight, other.weight) / larger < 0.5) return 0;
  let common = 0;
  for (const [line, count] of one.counts) {
    common += line.length * Math.min(count, other.counts.get(line) ?? 0);
  }
  return common / larger;
}
