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

const TEST_KINDS = ["e2e", "smoke", "integration", "unit"];
const CANDIDATES_MAX = 8;
const WORD = /[a-z][a-z0-9]{3,}/g;

/** The gates that could be extended or linked for an item, the nearest first: of its own repository before others, those whose name speaks of the same as its title, whose tests lie beside its files, whose filters let its files start them, and the stronger kind before the weaker; jobs that run no test are none. */
export function rankCandidates<Gate extends Candidate>(
  item: Item,
  gates: readonly Gate[],
): readonly { readonly gate: Gate; readonly why: string }[] {
  const words = new Set(item.title.toLowerCase().match(WORD) ?? []);
  return gates
    .filter(({ kind }) => TEST_KINDS.includes(kind))
    .map((gate) => ({ gate, reasons: reasonsFor(item, words, gate) }))
    .filter(({ gate, reasons }) => gate.repositoryId === item.repositoryId || reasons.length > 0)
    .map((each) => ({ ...each, score: scoreOf(item, each.gate, each.reasons) }))
    .toSorted((one, other) => other.score - one.score)
    .slice(0, CANDIDATES_MAX)
    .map(({ gate, reasons }) => ({ gate, why: sentenceOf(item, gate, reasons) }));
}

function reasonsFor(item: Item, words: ReadonlySet<string>, gate: Candidate): readonly string[] {
  const named = `${gate.name} ${gate.job}`.toLowerCase().match(WORD) ?? [];
  const shared = [...new Set(named.filter((word) => words.has(word)))];
  const beside = item.files.find((file) => gate.testPaths.some((path) => isBeside(path, file)));
  return [
    ...(shared.length > 0 ? [`its name speaks of ${shared.join(", ")} too`] : []),
    ...(beside === undefined ? [] : [`its tests lie beside ${beside}`]),
  ];
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/"));

function isBeside(testPath: string, file: string): boolean {
  const folder = folderOf(testPath.replace(/[*?[].*$/, ""));
  return folder !== "" && `${folderOf(file)}/`.startsWith(`${folder}/`);
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
