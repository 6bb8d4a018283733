export type Random = {
  /** A whole number from 0 on, below so many. */
  below(count: number): number;
  /** One of a list that is not empty. */
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
};

/** The same numbers for the same seed, on every machine; a linear congruence with the constants of Numerical Recipes. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const below = (count: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    // The low bits repeat soon.
    return Math.floor((state / 2 ** 32) * count);
  };
  return { below, pick: (items) => items[below(items.length)] ?? items[0] };
}
