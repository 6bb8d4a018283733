import { longestCommon } from "./longest-common.ts";

/** Lines of the old file that lines of the new one stand for; counted from 0, the ends excluded. */
export type Edit = {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
};

/** The fewest edits that make one list of lines of another, in order; null where too much differs to find them. */
export function diffLines(
  before: readonly string[],
  after: readonly string[],
): readonly Edit[] | null {
  const [old, young] = keepShared(before, after);
  const pairs = longestCommon(old.ids, young.ids);
  if (pairs === null) return null;
  const edits: Edit[] = [];
  let [oldFrom, newFrom] = [0, 0];
  const editUpTo = (oldTo: number, newTo: number): void => {
    if (oldFrom < oldTo || newFrom < newTo) edits.push({ oldFrom, oldTo, newFrom, newTo });
  };
  for (const [one, other] of pairs) {
    const [oldAt, newAt] = [old.at[one] ?? 0, young.at[other] ?? 0];
    editUpTo(oldAt, newAt);
    [oldFrom, newFrom] = [oldAt + 1, newAt + 1];
  }
  editUpTo(before.length, after.length);
  return edits;
}

type Shared = { readonly ids: Int32Array; readonly at: Int32Array };

/** The lines that occur on both sides, as numbers and with their places: the others are in no common part, and without them it is found sooner. */
function keepShared(before: readonly string[], after: readonly string[]): [Shared, Shared] {
  const numbers = new Map<string, number>();
  const old = Int32Array.from(before, (line) => {
    const known = numbers.get(line);
    if (known !== undefined) return known;
    numbers.set(line, numbers.size);
    return numbers.size - 1;
  });
  const inBoth = new Uint8Array(numbers.size);
  const young = Int32Array.from(after, (line) => {
    const number = numbers.get(line) ?? -1;
    if (number >= 0) inBoth[number] = 1;
    return number;
  });
  return [keep(old, inBoth), keep(young, inBoth)];
}

function keep(numbers: Int32Array, wanted: Uint8Array): Shared {
  const ids = new Int32Array(numbers.length);
  const at = new Int32Array(numbers.length);
  let kept = 0;
  for (const [index, number] of numbers.entries()) {
    if (wanted[number] !== 1) continue;
    ids[kept] = number;
    at[kept] = index;
    kept += 1;
  }
  return { ids: ids.subarray(0, kept), at: at.subarray(0, kept) };
}
