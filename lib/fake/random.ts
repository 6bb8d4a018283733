/** Chance that comes out the same for the same seed. */
export type Random = {
  /** From 0 up to but without 1. */
  next: () => number;
  /** A whole number from 0 up to but without the limit. */
  below: (limit: number) => number;
  chance: (probability: number) => boolean;
  /** Throws where there is nothing to pick of. */
  pick: <Item>(items: readonly Item[]) => Item;
  shuffle: <Item>(items: readonly Item[]) => Item[];
};

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    return scramble(state) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <Item>(items: readonly Item[]): Item => {
    const picked = items[below(items.length)];
    if (picked === undefined) throw new Error("There is nothing to pick of.");
    return picked;
  };
  const shuffle = <Item>(items: readonly Item[]): Item[] =>
    items
      .map((item) => ({ item, rank: next() }))
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ item }) => item);
  return { next, below, chance: (probability) => next() < probability, pick, shuffle };
}

/** Spreads what lies close together over all 32 bits. */
function scramble(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** A seed that follows from a text and another seed. */
export function seedOf(text: string, seed: number): number {
  let state = seed >>> 0;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return scramble(state);
}
