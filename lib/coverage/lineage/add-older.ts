import type { ChangeFacts, ChangeId } from "./change-facts.ts";
import { findNamed } from "./find-original.ts";
import { indexChanges } from "./index-changes.ts";
import { orderChanges } from "./order-changes.ts";
import { keyOf, keysOf } from "./sha-keys.ts";

/** Which changes from before a window are to be told: those of these numbers and commits, and all from a moment on. */
export type WantedOlder = {
  readonly numbers: ReadonlySet<number>;
  /** Beginnings of commit ids, at least seven characters long. */
  readonly shas: readonly string[];
  /** Null where none is wanted but those that are named. */
  readonly from: Date | null;
};

export type TellOlder = (wanted: WantedOlder) => Promise<readonly ChangeFacts[]>;

/**
 * The changes of a window and those older ones by which they are to be judged: what they name, and where
 * that is the original of a copy, everything between it and the window, since it may have been taken
 * back before the copy was merged. Asks for nothing where nothing older is named.
 */
export async function addOlder(
  changes: readonly ChangeFacts[],
  tell: TellOlder,
): Promise<readonly ChangeFacts[]> {
  const named = namesOf(changes);
  if (named.numbers.size + named.shas.length === 0) return changes;
  const older = (await tell({ ...named, from: null })).map(toOlder);
  if (older.length === 0) return changes;
  const from = oldestOriginal(changes, older);
  if (from === null) return [...older, ...changes];
  return [...(await tell({ ...named, from })).map(toOlder), ...changes];
}

const toOlder = (change: ChangeFacts): ChangeFacts => ({ ...change, isOlder: true });

function namesOf(changes: readonly ChangeFacts[]): Omit<WantedOlder, "from"> {
  const known = new Set<ChangeId>(changes.map(({ id }) => id));
  for (const { sha } of changes) for (const key of sha === null ? [] : keysOf(sha)) known.add(key);
  const numbers = changes.flatMap(({ revert, copy }) => [
    ...(revert?.numbers ?? []),
    ...(copy?.said ?? []),
    ...(copy?.behind ?? []),
  ]);
  const shas = changes.flatMap(({ revert, copy }) => [
    ...(revert?.shas ?? []),
    ...(copy?.shas ?? []),
  ]);
  return {
    numbers: new Set(numbers.filter((number) => !known.has(number))),
    shas: [...new Set(shas.filter((sha) => !known.has(keyOf(sha))))],
  };
}

/** When the oldest of some older changes was merged of which one of a window is a copy; null when none is. */
function oldestOriginal(
  changes: readonly ChangeFacts[],
  older: readonly ChangeFacts[],
): Date | null {
  const ordered = orderChanges([...older, ...changes]);
  const index = indexChanges(ordered);
  let oldest: Date | null = null;
  ordered.forEach((each, at) => {
    const original = each.isOlder ? null : findNamed(each, { at, index });
    if (original?.isOlder && (oldest === null || original.at < oldest)) oldest = original.at;
  });
  return oldest;
}
