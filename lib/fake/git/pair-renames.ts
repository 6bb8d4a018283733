import type { PathChange } from "./diff-trees.ts";
import type { ObjectStore } from "./object-store.ts";
import type { TreeEntry } from "./tree.ts";

export type Renamed = { readonly from: string; readonly to: string };
type Side = { readonly path: string; readonly entry: TreeEntry };
type Pair = Renamed & { readonly score: number; readonly sameName: boolean };

// As git has it: beyond this many pairs only those that are alike to the byte count.
const PAIRS_MOST = 1000 * 1000;
const ENOUGH = 0.5;
const SAME = 2;

/** Which of the files that went came back under another path: alike to the byte, or by half at least. */
export function pairRenames(
  objects: ObjectStore,
  changes: readonly PathChange[],
): readonly Renamed[] {
  const gone = changes.flatMap(({ path, before, after }): Side[] =>
    before && !after ? [{ path, entry: before }] : [],
  );
  const come = changes.flatMap(({ path, before, after }): Side[] =>
    after && !before ? [{ path, entry: after }] : [],
  );
  const pairs: Pair[] = [];
  const isMany = gone.length * come.length > PAIRS_MOST;
  for (const from of gone) {
    for (const to of come) {
      const score = scoreOf(objects, from.entry, to.entry, isMany);
      if (score < ENOUGH) continue;
      const sameName = nameOf(from.path) === nameOf(to.path);
      pairs.push({ from: from.path, to: to.path, score, sameName });
    }
  }
  pairs.sort((a, b) => b.score - a.score || Number(b.sameName) - Number(a.sameName));
  const taken = new Set<string>();
  return pairs.filter(({ from, to }) => {
    if (taken.has(`-${from}`) || taken.has(`+${to}`)) return false;
    taken.add(`-${from}`).add(`+${to}`);
    return true;
  });
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

function scoreOf(objects: ObjectStore, from: TreeEntry, to: TreeEntry, onlySame: boolean): number {
  if (from.id === to.id) return SAME;
  if (onlySame) return 0;
  const [old, now] = [objects.read("blob", from.id), objects.read("blob", to.id)];
  const larger = Math.max(old.length, now.length);
  if (old.length === 0 || now.length === 0) return 0;
  if (Math.min(old.length, now.length) / larger < ENOUGH) return 0;
  const weights = weigh(old);
  let shared = 0;
  for (const [line, weight] of weigh(now)) shared += Math.min(weight, weights.get(line) ?? 0);
  return shared / larger;
}

/** The bytes of each piece: a line, or 64 bytes of a long one, as git cuts them. */
function weigh(bytes: Buffer): Map<string, number> {
  const weights = new Map<string, number>();
  for (let at = 0; at < bytes.length; ) {
    const newline = bytes.indexOf(10, at);
    const end = Math.min(newline < 0 ? bytes.length : newline + 1, at + 64);
    const piece = bytes.toString("latin1", at, end);
    weights.set(piece, (weights.get(piece) ?? 0) + end - at);
    at = end;
  }
  return weights;
}
