const SMALL = new Set(
  "a an the and or not no of in on at to by for from with when while that which is are was were be its it do does did has have had may must only after until once one two each every than as".split(
    " ",
  ),
);
const WORDS_MAX = 4;

/** The telling words of a title's subject, which a function is named after. */
export function wordsOf(subject: string): readonly string[] {
  const words =
    subject
      .toLowerCase()
      .replaceAll("'s ", " ")
      .match(/[a-z]{2,}/g) ?? [];
  const telling = words.filter((word) => !SMALL.has(word)).slice(0, WORDS_MAX);
  return telling.length > 1 ? telling : [...telling, "change"];
}

/** A path's last part without its endings, in words. */
export function stemWords(path: string): readonly string[] {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\..*$/, "");
  return name.toLowerCase().match(/[a-z][a-z0-9]*/g) ?? ["main"];
}

const upper = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);

export const pascal = (words: readonly string[]): string => words.map(upper).join("");
export const camel = ([first = "", ...rest]: readonly string[]): string => first + pascal(rest);
export const snake = (words: readonly string[]): string => words.join("_");

/** The name of a function in the language of the file that holds it. */
export function functionName({ path, words }: { path: string; words: readonly string[] }): string {
  if (path.endsWith(".go")) return pascal(words);
  return /\.(py|sh)$/.test(path) ? snake(words) : camel(words);
}

/** The folder of a path; empty at the root. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** The package that a Go file of this folder belongs to. */
export const goPackage = (path: string): string =>
  folderOf(path).split("/").at(-1)?.replace(/\W/g, "") || "main";

/** How one file is reached from the folder of another, beginning with a dot. */
export function relativePath(from: string, to: string): string {
  const [start, end] = [folderOf(from).split("/"), to.split("/")].map((parts) =>
    parts.filter((part) => part !== ""),
  ) as [string[], string[]];
  while (start.length > 0 && start[0] === end[0]) {
    start.shift();
    end.shift();
  }
  return `${start.length > 0 ? start.map(() => "..").join("/") : "."}/${end.join("/")}`;
}

/** Which of the two small rules a function of the sample keeps: a value under a limit, or one among the known. */
export const keepsLimit = (words: readonly string[]): boolean => words.join("").length % 2 === 0;
