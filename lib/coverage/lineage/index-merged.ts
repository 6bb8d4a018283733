import type { MergedFacts } from "./merged-facts.ts";
import { bareTitle, type Revert } from "./read-revert.ts";

const SHA_START = 7;

export type MergedIndex = {
  /** Numbers of the earlier ones that a revert names: by number or commit, else the latest of that title; empty when it names none of them. */
  find(revert: Pick<Revert, "title" | "numbers" | "shas">, before: number): readonly number[];
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
  const before = (key: string, limit: number) =>
    (positions.get(key) ?? []).filter((at) => at < limit).flatMap((at) => ordered[at] ?? []);
  const byNumber = (number: number, limit: number) => before(`#${number}`, limit).at(-1) ?? null;
  const bySha = (sha: string, limit: number) =>
    before(`s${sha.slice(0, SHA_START)}`, limit).find((each) => each.mergeSha?.startsWith(sha)) ??
    null;
  return {
    byNumber,
    bySha,
    ofSamePatch: ({ patchDigest }, limit) =>
      patchDigest === null ? null : (before(`p${patchDigest}`, limit).at(-1) ?? null),
    find({ title, numbers, shas }, limit) {
      const named = [
        ...numbers.map((number) => byNumber(number, limit)),
        ...shas.map((sha) => bySha(sha, limit)),
      ].flatMap((each) => each?.number ?? []);
      if (named.length > 0 || title === null) return [...new Set(named)];
      return before(`t${title}`, limit)
        .slice(-1)
        .map(({ number }) => number);
    },
  };
}
