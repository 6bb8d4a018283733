import type { Mark } from "./find-marks.ts";
import type { Named } from "./name-matcher.ts";
import type { Sentence } from "./split-sentences.ts";

/** Names of repositories around a reference, in lower case. */
export type Near = {
  /** The one that the reference is written with, as in `core #12` or `#12 in core`; null when none is. */
  readonly adjacent: string | null;
  /** Each once. */
  readonly sentence: readonly string[];
  /** Of the nearest heading above that names any. */
  readonly heading: readonly string[];
};

const BEFORE =
  /^[\s:]{1,3}(?:(?:PRs?|pull requests?|issues?|gaps?|gates?|fix(?:es)?|bugs?)\s{1,3})?[([*_]{0,4}$/i;
const BEHIND = /^[)\]*_]{0,4}\s{1,3}(?:(?:in|of|on|from|at)\s{1,3}(?:the\s{1,3})?|\()$/i;
/** Between two names that stand for both: "core and cp #12". */
const BOTH = /^\s{0,3}(?:and|or|&|\+|,|\/)\s{0,3}$/i;
const BETWEEN_MAX = 32;
/** A sentence that names more decides nothing. */
const NAMES_MAX = 8;

/** For each sentence the names in it, and for each reference the name that it is written with. */
export function nearNames(
  text: string,
  sentences: readonly Sentence[],
  named: readonly Named[],
): {
  readonly ofSentence: (index: number) => readonly string[];
  readonly adjacentTo: (mark: Mark, index: number) => string | null;
} {
  const bySentence = new Map<number, Named[]>();
  let at = 0;
  for (const each of named) {
    while ((sentences[at]?.end ?? Infinity) <= each.start) at += 1;
    const known = bySentence.get(at);
    if (known) known.push(each);
    else bySentence.set(at, [each]);
  }
  const unique = new Map(
    [...bySentence].map(([index, all]) => [
      index,
      [...new Set(all.map(({ name }) => name))].slice(0, NAMES_MAX),
    ]),
  );
  const isNear = (from: number, to: number, pattern: RegExp) =>
    to - from <= BETWEEN_MAX && pattern.test(text.slice(from, to));
  return {
    ofSentence: (index) => unique.get(index) ?? [],
    adjacentTo: (mark, index) => {
      const all = bySentence.get(index) ?? [];
      const next = firstFrom(all, mark.start);
      const before = all[next - 1];
      const behind = all[next];
      if (before && isNear(before.end, mark.start, BEFORE)) {
        const both = all[next - 2];
        return both && isNear(both.end, before.start, BOTH) ? null : before.name;
      }
      return behind && isNear(mark.end, behind.start, BEHIND) ? behind.name : null;
    },
  };
}

/** Index of the first name that begins at or behind a place. */
function firstFrom(named: readonly Named[], at: number): number {
  let low = 0;
  let high = named.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((named[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
