import { type GateSigns, type ItemSigns, signsOfItem } from "../gate/rank-candidates.ts";
import type { Gap } from "./gap.ts";

export type SignedGap = { readonly gap: Gap; readonly signs: ItemSigns };

/** Gaps by what they are about, so that a gate is not held against each of thousands. */
export type GapIndex = {
  /** The gaps that share a word or a folder with a gate, in the order in which they were given: all that can be near it. */
  readonly sharing: (gate: GateSigns) => readonly SignedGap[];
};

/** Arranges the gaps of a repository for the question which of them a gate is near to. */
export function indexGaps(gaps: readonly Gap[]): GapIndex {
  const signed = gaps.map((gap): SignedGap => {
    return { gap, signs: signsOfItem({ title: gap.title, files: gap.paths ?? [] }) };
  });
  const byWord = new Map<string, number[]>();
  const byFolder = new Map<string, number[]>();
  signed.forEach(({ signs }, at) => {
    for (const word of signs.scope.union(signs.subject)) add(byWord, word, at);
    for (const folder of signs.folders) add(byFolder, folder, at);
  });
  return {
    sharing: ({ name, tests, folders }) => {
      const found = new Set<number>();
      for (const word of name.union(tests)) for (const at of byWord.get(word) ?? []) found.add(at);
      for (const folder of folders) for (const at of byFolder.get(folder) ?? []) found.add(at);
      return [...found].toSorted((one, other) => one - other).flatMap((at) => signed[at] ?? []);
    },
  };
}

function add(index: Map<string, number[]>, sign: string, at: number): void {
  const held = index.get(sign);
  if (held) held.push(at);
  else index.set(sign, [at]);
}
