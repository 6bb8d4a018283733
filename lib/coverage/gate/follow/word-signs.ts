/** In a word: what is known only once it runs. */
export const UNKNOWN = "\uE000";
/** In front of a path: the root of the repository. */
export const ROOT = "\uE003";
/** The folder of what the branch does not have: another repository, or what a script makes. */
export const OUTSIDE = "\uE006";
/** Between the members of a list that a variable holds. */
export const MEMBER = "\uE004";
// Behind a word: filters on the paths that it stands for, and a blank inside one.
const NOT = "\uE001";
const ONLY = "\uE002";
const BLANK = "\uE005";

export const isUnknown = (word: string): boolean => word.includes(UNKNOWN);

export type PathFilter = { readonly pattern: string; readonly keeps: boolean };

/** A word that stands for paths, with one filter more on them: a regular expression that they match or, where it does not keep, must not match. */
export const filtered = (word: string, { pattern, keeps }: PathFilter): string =>
  `${word}${keeps ? ONLY : NOT}${pattern.replaceAll(" ", BLANK)}`;

/** A word without its filters, and they. */
export function filtersOf(word: string): {
  readonly bare: string;
  readonly filters: readonly PathFilter[];
} {
  const parts = word.split(/([\uE001\uE002])/);
  const filters: PathFilter[] = [];
  for (let at = 1; at < parts.length; at += 2) {
    const pattern = (parts[at + 1] ?? "").replaceAll(BLANK, " ");
    filters.push({ pattern, keeps: parts[at] === ONLY });
  }
  return { bare: parts[0] ?? "", filters };
}

/** A word as people read it. */
export const shownWord = (word: string): string =>
  filtersOf(word).bare.replaceAll(UNKNOWN, "…").replaceAll(ROOT, ".");
