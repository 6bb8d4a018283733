import type { Known } from "#/lib/facts/known.ts";
import type { SourceFiles } from "#/lib/facts/source-file.ts";

/** The files of a branch, found by path, by folder and by name without going through all of them each time. */
export type SourceTree = {
  readonly has: (path: string) => boolean;
  readonly hasFolder: (path: string) => boolean;
  /** Paths of all files of a name. */
  readonly named: (name: string) => readonly string[];
  readonly paths: readonly string[];
};

const indexed = new WeakMap<readonly string[], SourceTree>();

export function sourceTree({ paths }: Pick<SourceFiles, "paths">): SourceTree {
  const known = indexed.get(paths);
  if (known) return known;
  const files = new Set(paths);
  const folders = new Set([""]);
  const names = new Map<string, string[]>();
  for (const path of paths) {
    const cut = path.lastIndexOf("/");
    const name = path.slice(cut + 1);
    const own = names.get(name);
    if (own) own.push(path);
    else names.set(name, [path]);
    for (let end = cut; end > 0 && !folders.has(path.slice(0, end)); ) {
      folders.add(path.slice(0, end));
      end = path.lastIndexOf("/", end - 1);
    }
  }
  const tree: SourceTree = {
    has: (path) => files.has(path),
    hasFolder: (path) => folders.has(path),
    named: (name) => names.get(name) ?? [],
    paths,
  };
  indexed.set(paths, tree);
  return tree;
}

/** What is asked of the files while commands are followed; a text that exists and was not given yet is noted as wanted. */
export type Reading = {
  readonly tree: SourceTree;
  /** Null where there is no such file; unknown where its text could not be read or is not there yet. */
  readonly text: (path: string) => Known<string> | null;
  /** How many texts were asked for that are not there yet. */
  readonly missed: () => number;
};

const TEXTS_MAX = 800;
const TEXT_MAX = 1_000_000;
const NOT_YET: Known<never> = { known: false, why: "its text was not read" };
const TOO_MANY: Known<never> = {
  known: false,
  why: `more than ${TEXTS_MAX} files are asked for`,
};
const TOO_LONG: Known<never> = { known: false, why: "its text is longer than a million signs" };

// How many texts were taken of what is given, so that asking ends.
const given = new WeakMap<SourceFiles, Set<string>>();

/** Reads given files; what is missing is added to `wanted`, at most some hundred texts in all. */
export function readingOf(sources: SourceFiles, wanted: Set<string>): Reading {
  const tree = sourceTree(sources);
  const taken = given.get(sources) ?? new Set<string>();
  given.set(sources, taken);
  let missed = 0;
  const text = (path: string): Known<string> | null => {
    if (!tree.has(path)) return null;
    const known = sources.text(path);
    if (known !== null) {
      taken.add(path);
      return known.known && known.value.length > TEXT_MAX ? TOO_LONG : known;
    }
    if (wanted.size + taken.size >= TEXTS_MAX) return TOO_MANY;
    missed += 1;
    wanted.add(path);
    return NOT_YET;
  };
  return { tree, text, missed: () => missed };
}

/** The folder itself, its parent and so on up to the root, as far as one holds a file of this name; null where none does. */
export function nearestWith(tree: SourceTree, folder: string, name: string): string | null {
  for (let here = folder; ; here = here.slice(0, Math.max(0, here.lastIndexOf("/")))) {
    if (tree.has(here === "" ? name : `${here}/${name}`)) return here;
    if (here === "") return null;
  }
}
