import { readTitle } from "../fix/read-title.ts";
import { filterAdmits } from "./filter-glob.ts";

type Candidate = {
  readonly repositoryId: number;
  readonly name: string;
  readonly job: string;
  readonly kind: string;
  readonly masked: boolean;
  readonly runsOnPullRequest: boolean;
  readonly paths: readonly string[];
  readonly testPaths: readonly string[];
};

type Item = {
  readonly repositoryId: number | null;
  readonly title: string;
  readonly files: readonly string[];
};

/** What an item is about: the words of its title, those of its scope apart, and every folder that holds a file of it. */
export type ItemSigns = {
  readonly scope: ReadonlySet<string>;
  readonly subject: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
};

/** What a gate is about: the words of its name, the words of the paths of its tests, and their folders. */
export type GateSigns = {
  readonly name: ReadonlySet<string>;
  readonly tests: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
};

/** Why a gate is near an item: words that both speak of, and a folder of its tests that holds files of the item; null for none. */
export type Nearness = {
  readonly named: readonly string[];
  readonly tested: readonly string[];
  readonly folder: string | null;
};

const TEST_KINDS = ["e2e", "smoke", "integration", "unit"];
const CANDIDATES_MAX = 8;
const WORD = /[\p{L}\p{N}]+/gu;
const WORD_MIN = 2;
// In a sentence a short word is hardly ever what it is about.
const SUBJECT_WORD_MIN = 4;
const DEPTH_MAX = 40;

// What gates and titles are called whatever they are about.
const EMPTY_WORDS = new Set(
  `test tests testing tested spec specs e2e smoke unit integration end to check checks gate gates build lint ci cd
  pr push main master job jobs workflow workflows script scripts run runs runner suite all every src internal lib
  pkg app cmd go js ts py sh rs rb php java node python rust code file files with when where while from that this
  then than after before into onto does only also again still until without other same never always have made make
  fail fails failed failing failure error errors wrong broken break fix fixes fixed repair correct handle allow read
  show keep stop start use uses used more less once each name names value values the and for not was were its`.split(
    /\s+/,
  ),
);

const wordsOf = (text: string, min: number): Set<string> =>
  new Set(
    (text.toLowerCase().match(WORD) ?? []).filter(
      (word) => word.length >= min && !EMPTY_WORDS.has(word),
    ),
  );

/** The signs by which an item is held against gates. */
export function signsOfItem({ title, files }: Pick<Item, "title" | "files">): ItemSigns {
  const { scope, subject } = readTitle(title);
  const folders = new Set(files.flatMap(foldersOf));
  return {
    scope: wordsOf(scope ?? "", WORD_MIN),
    subject: wordsOf(subject, SUBJECT_WORD_MIN),
    folders,
  };
}

/** Every folder that holds a path, the outermost first; not those deeper than any tree is. */
function foldersOf(path: string): readonly string[] {
  const folders: string[] = [];
  for (let end = path.indexOf("/", 1); end > 0; end = path.indexOf("/", end + 1)) {
    folders.push(path.slice(0, end));
    if (folders.length === DEPTH_MAX) break;
  }
  return folders;
}

/** The signs by which a gate is held against items. */
export function signsOfGate(gate: Pick<Candidate, "name" | "job" | "testPaths">): GateSigns {
  const plain = gate.testPaths.map(withoutGlob);
  const folders = plain.map(folderOf).filter((folder) => folder !== "");
  return {
    name: wordsOf(`${gate.name} ${gate.job}`, WORD_MIN),
    tests: wordsOf(plain.join(" "), WORD_MIN),
    folders: new Set(folders),
  };
}

/** Whether a gate is near an item, and by what: its name speaks of the same, or its tests speak of the scope or of two words of the title, or they lie beside or above its files; null where none of that holds. */
export function nearnessOf(item: ItemSigns, gate: GateSigns): Nearness | null {
  const named = shared(gate.name, item);
  const words = shared(gate.tests, item);
  const tested = words.length > 1 || words.some((word) => item.scope.has(word)) ? words : [];
  const folder = firstShared(gate.folders, item);
  return named.length + tested.length > 0 || folder !== null ? { named, tested, folder } : null;
}

// Asked of a million pairs, hence no copies.
function shared(words: ReadonlySet<string>, { scope, subject }: ItemSigns): readonly string[] {
  const found: string[] = [];
  for (const word of words) if (scope.has(word) || subject.has(word)) found.push(word);
  return found;
}

function firstShared(folders: ReadonlySet<string>, item: ItemSigns): string | null {
  for (const folder of folders) if (item.folders.has(folder)) return folder;
  return null;
}

/** The gates that could be extended or linked for an item, the nearest first: of its own repository before others, those that are near it, whose filters let its files start them, and the stronger kind before the weaker; jobs that run no test are none. */
export function rankCandidates<Gate extends Candidate>(
  item: Item,
  gates: readonly Gate[],
): readonly { readonly gate: Gate; readonly why: string }[] {
  const signs = signsOfItem(item);
  return gates
    .filter(({ kind }) => TEST_KINDS.includes(kind))
    .map((gate) => ({ gate, reasons: reasonsFor(item, signs, gate) }))
    .filter(({ gate, reasons }) => gate.repositoryId === item.repositoryId || reasons.length > 0)
    .map((each) => ({ ...each, score: scoreOf(item, each.gate, each.reasons) }))
    .toSorted((one, other) => other.score - one.score)
    .slice(0, CANDIDATES_MAX)
    .map(({ gate, reasons }) => ({ gate, why: sentenceOf(item, gate, reasons) }));
}

function reasonsFor(item: Item, signs: ItemSigns, gate: Candidate): readonly string[] {
  const near = nearnessOf(signs, signsOfGate(gate));
  if (near === null) return [];
  const { named, tested, folder } = near;
  const beside = item.files.find((file) => folder !== null && file.startsWith(`${folder}/`));
  return [
    ...(named.length > 0 ? [`its name speaks of ${named.join(", ")} too`] : []),
    ...(tested.length > 0 ? [`its tests speak of ${tested.join(", ")} too`] : []),
    ...(beside === undefined ? [] : [`its tests lie beside ${beside}`]),
  ];
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

function withoutGlob(pattern: string): string {
  const glob = pattern.search(/[*?[{]/);
  return glob === -1 ? pattern : pattern.slice(0, glob);
}

function scoreOf(item: Item, gate: Candidate, reasons: readonly string[]): number {
  const kind = TEST_KINDS.length - TEST_KINDS.indexOf(gate.kind);
  const own = gate.repositoryId === item.repositoryId ? 20 : 0;
  const works = (gate.runsOnPullRequest ? 4 : 0) + (gate.masked ? 0 : 2);
  return own + reasons.length * 10 + (starts(gate, item.files) ? 5 : 0) + works + kind;
}

const starts = ({ paths }: Candidate, files: readonly string[]): boolean =>
  files.length > 0 && (paths.length === 0 || files.some((file) => filterAdmits(paths, file)));

function sentenceOf(item: Item, gate: Candidate, reasons: readonly string[]): string {
  const own = gate.repositoryId === item.repositoryId ? ["it runs in the same repository"] : [];
  const limits = [
    ...(gate.masked ? ["but it is masked"] : []),
    ...(gate.runsOnPullRequest ? [] : ["but it does not run on pull requests"]),
  ];
  const sentence = [...reasons, ...own, ...limits].join(", ");
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
