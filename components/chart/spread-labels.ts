const FLOOR = 100;

/** Moves labels apart until they are `height` from one another; order and, as far as possible, places stay. */
export function spreadLabels(tops: readonly number[], height: number): number[] {
  const order = tops
    .map((top, index) => ({ top, index }))
    .toSorted((a, b) => a.top - b.top || a.index - b.index);
  let free = Number.NEGATIVE_INFINITY;
  for (const label of order) {
    label.top = Math.max(label.top, free);
    free = label.top + height;
  }
  let ceiling = FLOOR;
  for (const label of order.toReversed()) {
    label.top = Math.min(label.top, ceiling);
    ceiling = label.top - height;
  }
  return order.toSorted((a, b) => a.index - b.index).map((label) => label.top);
}
