import { globMatcher, hasGlob } from "./glob-match.ts";
import { linearMatcher } from "./linear-match.ts";
import { repositoryPath } from "./repository-path.ts";
import { filtersOf, isUnknown, shownWord, UNKNOWN } from "./word-signs.ts";

/** Whether a command runs a file: yes, no, or why it cannot be told. */
export type Answer = boolean | { readonly unclear: string };

/** Some tests that a command selects. */
export type Picked = {
  /** For people: a file, a directory ending in `/`, or a glob. */
  readonly pattern: string;
  readonly answer: (path: string) => Answer;
};

export type Takes = (path: string) => boolean;

export const picked = (pattern: string, takes: Takes): Picked => ({ pattern, answer: takes });

/** What may run these, where `why` says what cannot be told. */
export const unclearPick = (pattern: string, takes: Takes, why: string): Picked => ({
  pattern,
  answer: (path) => takes(path) && { unclear: why },
});

/** The same tests, of which only some run, and which cannot be told. */
export const someOf = ({ pattern, answer }: Picked, why: string): Picked => ({
  pattern,
  answer: (path) => (answer(path) === false ? false : { unclear: why }),
});

/** Those of these tests that another question admits as well; an unclear answer to it stays unclear. */
export const narrowed = (
  { pattern, answer }: Picked,
  admits: (path: string) => Answer,
): Picked => ({
  pattern,
  answer: (path) => {
    const first = answer(path);
    if (first === false) return false;
    const second = admits(path);
    return second === true ? first : second;
  },
});

export const prefixOf = (folder: string): string => (folder === "" ? "" : `${folder}/`);

/** Whether a path lies below a folder; every path lies below "". */
export const isBelow = (folder: string, path: string): boolean =>
  folder === "" || path.startsWith(`${folder}/`);

/** What a word names: a file, all below a folder that is taken, or what a glob fits, less what its filters take away; unclear where the word is known only once it runs, null where it lies outside of the repository. */
export function pickWord(word: string, directory: string | null, takes: Takes): Picked | null {
  const { bare, filters } = filtersOf(word);
  const admits = (path: string): Answer => {
    for (const { pattern, keeps } of filters) {
      const matcher = linearMatcher(pattern);
      if (matcher === null) return { unclear: `the filter \`${pattern}\` cannot be read` };
      if (matcher(`./${path}`) !== keeps) return false;
    }
    return true;
  };
  const own = pickBare(bare, directory, takes);
  return own && filters.length > 0 ? narrowed(own, admits) : own;
}

function pickBare(word: string, directory: string | null, takes: Takes): Picked | null {
  if (isUnknown(word)) {
    const start = word.slice(0, word.indexOf(UNKNOWN)).replace(/[^/]*$/, "");
    const folder = start === "" ? (directory ?? "") : repositoryPath(directory, start);
    if (folder === null) return null;
    const why = `what \`${shownWord(word)}\` names cannot be told from the file`;
    return unclearPick(shownWord(word), (path) => isBelow(folder, path) && takes(path), why);
  }
  const path = repositoryPath(directory, word);
  if (path === null) return null;
  if (hasGlob(path)) {
    const matcher = globMatcher(path);
    return matcher
      ? picked(path, (file) => matcher(file))
      : unclearPick(path, takes, `the pattern \`${path}\` cannot be read`);
  }
  const isFile = /[^/]\.\w+$/.test(path);
  return picked(
    isFile ? path : `${path}/`,
    (file) => file === path || (isBelow(path, file) && takes(file)),
  );
}

/** What globs find below a folder, less what other globs there take away; unclear where one of them cannot be read. */
export function pickGlobs(
  folder: string,
  globs: readonly string[],
  except: readonly string[] = [],
): Picked {
  const inside = prefixOf(folder);
  const own = globs.map(globMatcher);
  const away = except.map(globMatcher);
  const broken = [...globs, ...except].find((_glob, at) => [...own, ...away][at] === null);
  const pattern = globs.map((glob) => inside + glob.replace(/^\.\//, "")).join(" ") || inside;
  const answer = (path: string): Answer => {
    if (!path.startsWith(inside)) return false;
    const rest = path.slice(inside.length);
    if (away.some((matcher) => matcher?.(rest))) return false;
    const fits = own.some((matcher) => matcher?.(rest));
    if (broken === undefined) return fits;
    return (fits || own.includes(null)) && { unclear: `the pattern \`${broken}\` cannot be read` };
  };
  return { pattern, answer };
}
