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
  if (before.length === 0 || after.length === 0) return allOf(before.length, after.length);
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

const allOf = (oldTo: number, newTo: number): readonly Edit[] =>
  oldTo + newTo === 0 ? [] : [{ oldFrom: 0, oldTo, newFrom: 0, newTo }];

type Shared = { readonly ids: Int32Array; readonly at: Int32Array };

/** The lines that occur on both sides, as numbers and with their places: the others are in no common part, and without them it is found sooner. */
function keepShared(before: readonly string[], after: readonly string[]): [Shared, Shared] {
  const numbers = new Map<string, number>();
  const old = new Int32Array(before.length);
  // Counted by hand: pairs from `entries()` would take a third of the whole.
  let at = 0;
  for (const line of before) {
    const number = numbers.get(line) ?? numbers.size;
    if (number === numbers.size) numbers.set(line, number);
    old[at++] = number;
  }
  const inBoth = new Uint8Array(numbers.size);
  const young = new Int32Array(after.length);
  at = 0;
  for (const line of after) {
    const number = numbers.get(line) ?? -1;
    if (number >= 0) inBoth[number] = 1;
    young[at++] = number;
  }
  return [keep(old, inBoth), keep(young, inBoth)];
}

function keep(numbers: Int32Array, wanted: Uint8Array): Shared {
  const ids = new Int32Array(numbers.length);
  const at = new Int32Array(numbers.length);
  let kept = 0;
  for (let index = 0; index < numbers.length; index += 1) {
    const number = numbers[index] ?? -1;
    if (wanted[number] !== 1) continue;
    ids[kept] = number;
    at[kept] = index;
    kept += 1;
  }
  return { ids: ids.subarray(0, kept), at: at.subarray(0, kept) };
}
