import type { Contents } from "../read-blobs.ts";
import { type ListedFile, nameOf, renamed } from "../to-changed-files.ts";
import { cutOut, toLines } from "./lines.ts";
import { type Bag, similarity, toBag } from "./similarity.ts";
import { isBinary } from "./to-patch.ts";

const CANDIDATES_MAX = 20;
const SIMILAR = 0.5;

/** Added files of a pull request that may be removed ones which moved and changed. */
export type Suspects = {
  readonly added: readonly ListedFile[];
  readonly removed: readonly ListedFile[];
};

/** Of the wanted files the added ones that may have moved, with the removed ones that they may come from: those of the same name first, at most 20 of each. */
export function suspectsOf(files: readonly ListedFile[], wanted: ReadonlySet<string>): Suspects {
  const removed = files.filter(({ file }) => file.status === "removed");
  if (removed.length === 0) return { added: [], removed: [] };
  const names = new Set(removed.map(({ file }) => nameOf(file.path)));
  const languages = new Set([...names].map(languageOf));
  const added = files
    .filter(({ file }) => file.status === "added" && wanted.has(file.path))
    .filter(({ file }) => languages.has(languageOf(file.path)))
    .toSorted((one, other) => rank(one, names) - rank(other, names))
    .slice(0, CANDIDATES_MAX);
  const wantedNames = new Set(added.map(({ file }) => nameOf(file.path)));
  const wantedLanguages = new Set(added.map(({ file }) => languageOf(file.path)));
  return {
    added,
    removed: removed
      .filter(({ file }) => wantedLanguages.has(languageOf(file.path)))
      .toSorted((one, other) => rank(one, wantedNames) - rank(other, wantedNames))
      .slice(0, CANDIDATES_MAX),
  };
}

/** The files of a pull request, where an added one that is mostly a removed one is shown as renamed. */
export function showMoves(
  files: readonly ListedFile[],
  { added, removed }: Suspects,
  contents: Contents,
): readonly ListedFile[] {
  const bags = new Map(removed.map((one) => [one, bagOf(contents, one.change.oldId)]));
  const moved = new Map<ListedFile, ListedFile>();
  for (const young of added) {
    const bag = bagOf(contents, young.change.newId);
    const origin = bag && nearest(young, bag, bags);
    if (!origin) continue;
    bags.delete(origin);
    moved.set(young, origin);
  }
  if (moved.size === 0) return files;
  const gone = new Set(moved.values());
  return files
    .filter((one) => !gone.has(one))
    .map((one) => {
      const origin = moved.get(one);
      return origin ? renamed(one.change, origin.change) : one;
    });
}

/** Among those that are similar enough one of the same name, else the most similar. */
function nearest(
  young: ListedFile,
  bag: Bag,
  bags: ReadonlyMap<ListedFile, Bag | null>,
): ListedFile | null {
  let best: { readonly origin: ListedFile; readonly score: number } | null = null;
  for (const [origin, other] of bags) {
    if (!other || languageOf(origin.file.path) !== languageOf(young.file.path)) continue;
    const alike = similarity(bag, other);
    if (alike < SIMILAR) continue;
    const score = alike + (nameOf(origin.file.path) === nameOf(young.file.path) ? 1 : 0);
    if (best === null || score > best.score) best = { origin, score };
  }
  return best?.origin ?? null;
}

function bagOf(contents: Contents, id: string): Bag | null {
  const content = contents.get(id);
  if (!content?.known || isBinary(content.value)) return null;
  const lines = toLines(content.value);
  return toBag(cutOut(lines, 0, lines.count));
}

const rank = ({ file }: ListedFile, names: ReadonlySet<string>): number =>
  names.has(nameOf(file.path)) ? 0 : 1;

const ALIKE: Readonly<Record<string, string>> = {
  js: "ts",
  jsx: "ts",
  tsx: "ts",
  mjs: "ts",
  cjs: "ts",
  mts: "ts",
  cts: "ts",
  bash: "sh",
  kt: "java",
};

/** A language by the end of a name, where a file may move from one ending to another. */
function languageOf(path: string): string {
  const name = nameOf(path);
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return ALIKE[ending] ?? ending;
}
