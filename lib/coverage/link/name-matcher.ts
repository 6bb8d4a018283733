export type Named = { readonly name: string; readonly start: number; readonly end: number };

export type NameMatcher = {
  /** All names, in lower case. */
  readonly names: ReadonlySet<string>;
  /** The names that stand in a text as words of their own, in order, in lower case. */
  find(text: string): readonly Named[];
};

const ARTICLE =
  /(?:^|[\s("*_])(?:the|an?|our|your|my|his|her|its|their|this|that|each|every)\s{1,3}$/i;
const ARTICLE_MAX = 10;
const REPOSITORY = /^\s{1,3}(?:repo|repository|side|PRs?|pull requests?)\b/i;
const REPOSITORY_MAX = 18;
const ADDRESS = /https?:\/\/[^\s<>"')\]]{1,2000}/gi;

/** Finds repositories by alias or name. A part of a path, of a longer word or of a reference names nothing; nor does a plain word behind an article ("the app crashes"), unless it says that it is a repository. */
export function nameMatcher(given: readonly string[]): NameMatcher {
  const names = [...new Set(given.map((name) => name.trim().toLowerCase()))].filter(Boolean);
  const set: ReadonlySet<string> = new Set(names);
  if (names.length === 0) return { names: set, find: () => [] };
  const any = names
    .toSorted((one, other) => other.length - one.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`))
    .join("|");
  const pattern = new RegExp(
    String.raw`(?<![\w./@#&+\\-])(?:${any})(?![\w/@#+(-]|!\d|\.\w|['’][a-rt-z])`,
    "gi",
  );
  const find = (text: string): readonly Named[] => {
    const plain = text.replace(ADDRESS, (address) => "/".repeat(address.length));
    return [...plain.matchAll(pattern)]
      .map((found) => ({
        name: found[0].toLowerCase(),
        written: found[0],
        start: found.index,
        end: found.index + found[0].length,
      }))
      .filter((each) => !isPlainWord(plain, each))
      .map(({ name, start, end }) => ({ name, start, end }));
  };
  return { names: set, find };
}

type Found = Named & { readonly written: string };

function isPlainWord(text: string, { written, start, end }: Found): boolean {
  if (!/^[a-z]+$/.test(written)) return false;
  if (!ARTICLE.test(text.slice(Math.max(0, start - ARTICLE_MAX), start))) return false;
  return !REPOSITORY.test(text.slice(end, end + REPOSITORY_MAX));
}
