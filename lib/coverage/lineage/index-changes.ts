import { type ChangeFacts, onOneBranch } from "./change-facts.ts";
import { bareTitle, type Revert } from "./read-revert.ts";
import { keyOf, keysOf, SHARED_MAX } from "./sha-keys.ts";

export type ChangeIndex = {
  /** The earlier ones of its branch that a revert names: by number or commit, else the latest of that title; empty when it names none of them. */
  find(revert: Revert, by: ChangeFacts, before: number): readonly ChangeFacts[];
  byNumber(number: number, before: number): ChangeFacts | null;
  bySha(sha: string, before: number): ChangeFacts | null;
  /** The latest earlier one with the same patches. */
  ofSamePatch(change: ChangeFacts, before: number): ChangeFacts | null;
};

/** Changes in the order of their merges, to be found by what others say of them; `before` is a place in that order. */
export function indexChanges(ordered: readonly ChangeFacts[]): ChangeIndex {
  const positions = new Map<string, number[]>();
  const put = (key: string, at: number) => {
    const known = positions.get(key);
    if (known) known.push(at);
    else positions.set(key, [at]);
  };
  ordered.forEach((each, at) => {
    if (typeof each.id === "number") put(`#${each.id}`, at);
    put(`t${bareTitle(each.title)}`, at);
    for (const key of each.sha === null ? [] : keysOf(each.sha)) put(`s${key}`, at);
    if (each.patchDigest !== null) put(`p${each.patchDigest}`, at);
  });
  /** The latest one before the limit that has the key and passes. */
  const latest = (
    key: string,
    limit: number,
    passes: (each: ChangeFacts) => boolean = () => true,
    tries = Number.POSITIVE_INFINITY,
  ): ChangeFacts | null => {
    const known = positions.get(key) ?? [];
    const end = firstNotBelow(known, limit);
    for (let last = end - 1; last >= Math.max(0, end - tries); last -= 1) {
      const each = ordered[known[last] ?? -1];
      if (each && passes(each)) return each;
    }
    return null;
  };
  const byNumber = (number: number, limit: number) => latest(`#${number}`, limit);
  const bySha = (sha: string, limit: number) =>
    latest(`s${keyOf(sha)}`, limit, (each) => each.sha?.startsWith(sha) === true, SHARED_MAX);
  return {
    byNumber,
    bySha,
    ofSamePatch: ({ patchDigest }, limit) =>
      patchDigest === null ? null : latest(`p${patchDigest}`, limit),
    find({ title, numbers, shas }, by, limit) {
      const named = [
        ...numbers.map((number) => byNumber(number, limit)),
        ...shas.map((sha) => bySha(sha, limit)),
      ].filter((each) => each !== null && onOneBranch(each, by));
      const found = named.length > 0 || title === null ? named : [titled(title, by, limit)];
      return [...new Set(found)].filter((each) => each !== null);
    },
  };

  function titled(title: string, by: ChangeFacts, limit: number): ChangeFacts | null {
    return latest(`t${title}`, limit, (each) => onOneBranch(each, by));
  }
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
