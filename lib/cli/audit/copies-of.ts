type Traced = { readonly number: number; readonly copyOf: number | null };

/** The copies of each pull request that has some, oldest first, of pull requests that are given newest first. */
export function copiesOf(newestFirst: readonly Traced[]): ReadonlyMap<number, readonly number[]> {
  const copies = new Map<number, number[]>();
  for (const { number, copyOf } of newestFirst.toReversed()) {
    if (copyOf === null) continue;
    const others = copies.get(copyOf);
    if (others) others.push(number);
    else copies.set(copyOf, [number]);
  }
  return copies;
}
