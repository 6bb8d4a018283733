const DISTANCE_MAX = 4000;

/**
 * The places of a longest common subsequence, in order; null where more than 4000 steps lie between the
 * two. Source: E. Myers, An O(ND) Difference Algorithm and Its Variations (1986), the greedy one.
 *
 * Written here because the library for it took three times as long on real clones, and a second where
 * it gave up, which one pull request could make it do a thousand times.
 *
 * After `d` steps, `reach[k]` is how far the diagonal `k` (place in `one` less place in `other`) got.
 * Only every other diagonal is reached in a step, so a step's reaches are kept in half the room.
 */
export function longestCommon(
  one: Int32Array,
  other: Int32Array,
): readonly (readonly [number, number])[] | null {
  const most = Math.min(one.length + other.length, DISTANCE_MAX);
  const steps: Int32Array[] = [];
  let last = new Int32Array(0);
  for (let d = 0; d <= most; d += 1) {
    const reach = new Int32Array(d + 1);
    for (let index = 0; index <= d; index += 1) {
      const k = 2 * index - d;
      let x = d === 0 ? 0 : start(last, index, d);
      while (x < one.length && x - k < other.length && one[x] === other[x - k]) x += 1;
      reach[index] = x;
      if (x >= one.length && x - k >= other.length) return walkBack(steps, index, x);
    }
    steps.push(reach);
    last = reach;
  }
  return null;
}

/** Where a diagonal begins: a step to the right from the one below, or down from the one above, whichever got further. */
function start(last: Int32Array, index: number, d: number): number {
  const below = index === 0 ? -1 : (last[index - 1] ?? 0);
  const above = index === d ? -1 : (last[index] ?? 0);
  return below < above ? above : below + 1;
}

function walkBack(
  steps: readonly Int32Array[],
  endIndex: number,
  end: number,
): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  let index = endIndex;
  let x = end;
  for (let d = steps.length; d >= 0; d -= 1) {
    const last = steps[d - 1] ?? new Int32Array(0);
    const k = 2 * index - d;
    const from = d === 0 ? 0 : start(last, index, d);
    while (x > from) {
      x -= 1;
      pairs.push([x, x - k]);
    }
    const below = index === 0 ? -1 : (last[index - 1] ?? 0);
    const above = index === d ? -1 : (last[index] ?? 0);
    if (below < above) x = above;
    else {
      x = below;
      index -= 1;
    }
  }
  return pairs.toReversed();
}
