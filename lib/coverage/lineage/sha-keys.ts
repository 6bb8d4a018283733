const WHOLE = 40;
const START = 7;

/** Of so many that share a key only the nearest are looked at; git itself would call such a beginning ambiguous. */
export const SHARED_MAX = 16;

/** What a commit is filed under to be found by its id or by a beginning of it. */
export const keysOf = (sha: string): ReadonlySet<string> =>
  new Set([sha.slice(0, WHOLE), sha.slice(0, START)]);

/** What the commits are filed under of which a name may be the id, or its beginning of at least seven characters. */
export const keyOf = (name: string): string => name.slice(0, name.length < WHOLE ? START : WHOLE);
