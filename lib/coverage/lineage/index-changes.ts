import { type MergedFacts, onOneBranch } from "./merged-facts.ts";
import { bareTitle, type Revert } from "./read-revert.ts";

const SHA_START = 7;

export type MergedIndex = {
  /** The earlier ones of its branch that a revert names: by number or commit, else the latest of that title; empty when it names none of them. */
  find(
    revert: Pick<Revert, "title" | "numbers" | "shas">,
    by: MergedFacts,
    before: number,
  ): readonly number[];
  byNumber(number: number, before: number): MergedFacts | null;
  bySha(sha: string, before: number): MergedFacts | null;
  /** The latest earlier one with the same patches. */
  ofSamePatch(merged: MergedFacts, before: number): MergedFacts | null;
};

/** Merged pull requests in the order of their merges, to be found by what others say of them. */
export function indexMerged(ordered: readonly MergedFacts[]): MergedIndex {
  const positions = new Map<string, number[]>();
  const put = (key: string, at: number) => {
    const known = positions.get(key);
    if (known) known.push(at);
    else positions.set(key, [at]);
  };
  ordered.forEach((each, at) => {
    put(`#${each.number}`, at);
    put(`t${bareTitle(each.title)}`, at);
    if (each.mergeSha !== null) put(`s${each.mergeSha.slice(0, SHA_START)}`, at);
    if (each.patchDigest !== null) put(`p${each.patchDigest}`, at);
  });
  /** The latest one before the limit that has the key and passes. */
  const latest = (
    key: string,
    limit: number,
    passes: (each: MergedFacts) => boolean = () => true,
  ): MergedFacts | null => {
    const known = positions.get(key) ?? [];
    for (let last = firstNotBelow(known, limit) - 1; last >= 0; last -= 1) {
      const each = ordered[known[last] ?? -1];
      if (each && passes(each)) return each;
    }
    return null;
  };
  const byNumber = (number: number, limit: number) => latest(`#${number}`, limit);
  const bySha = (sha: string, limit: number) =>
    latest(`s${sha.slice(0, SHA_START)}`, limit, (each) => each.mergeSha?.startsWith(sha) === true);
  return {
    byNumber,
    bySha,
    ofSamePatch: ({ patchDigest }, limit) =>
      patchDigest === null ? null : latest(`p${patchDigest}`, limit),
    find({ title, numbers, shas }, by, limit) {
      const isNear = (each: MergedFacts | null) => each !== null && onOneBranch(each, by);
      const named = [
        ...numbers.map((number) => byNumber(number, limit)),
        ...shas.map((sha) => bySha(sha, limit)),
      ]
        .filter(isNear)
        .flatMap((each) => each?.number ?? []);
      if (named.length > 0 || title === null) return [...new Set(named)];
      const titled = latest(`t${title}`, limit, isNear);
      return titled ? [titled.number] : [];
    },
  };
}

/** How many of an ascending list are below a number. */
function firstNotBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
