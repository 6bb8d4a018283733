import { type ComparedGates, compareGates, type Field } from "./compare-gates.ts";
import { findClone } from "./find-clone.ts";
import type { GateLabel } from "./label.ts";
import { readGatesAtHead } from "./read-gates-at-head.ts";

type Part = { readonly same: number; readonly of: number };

export type GateReport = ComparedGates & {
  /** Null for all repositories together. */
  readonly repository: string | null;
  readonly head: string | null;
  /** Labelled jobs; one that the engine does not have is not right. */
  readonly right: Part;
  /** Of the jobs that both sides have. */
  readonly fields: Readonly<Record<Field, Part>>;
  readonly files: {
    readonly both: number;
    readonly onlyLabel: number;
    readonly onlyEngine: number;
  };
};

/** Measures the gates of each repository that labels name, in their order, and last all together. */
export async function measureGates(
  labels: readonly GateLabel[],
  clones: string,
  say: (sentence: string) => void,
): Promise<readonly GateReport[]> {
  const byRepository = Map.groupBy(labels, ({ repo }) => repo);
  const reports: GateReport[] = [];
  for (const [repository, own] of byRepository) {
    const directory = await findClone(clones, repository);
    say(`${repository}: comparing ${own.length} labelled jobs of ${directory}`);
    const atHead = await readGatesAtHead(directory);
    reports.push(reportOf(repository, atHead.head, compareGates(own, atHead)));
  }
  const all = {
    pairs: reports.flatMap(({ pairs }) => pairs),
    onlyLabel: reports.flatMap(({ onlyLabel }) => onlyLabel),
    onlyEngine: reports.flatMap(({ onlyEngine }) => onlyEngine),
  };
  return [...reports, reportOf(null, null, all)];
}

function reportOf(
  repository: string | null,
  head: string | null,
  compared: ComparedGates,
): GateReport {
  const { pairs, onlyLabel } = compared;
  const right = pairs.filter(({ differs }) => differs.length === 0).length;
  const agreeIn = (field: Field): Part => ({
    same: pairs.filter(({ differs }) => !differs.includes(field)).length,
    of: pairs.length,
  });
  const sum = (side: "both" | "onlyLabel" | "onlyEngine") =>
    pairs.reduce((total, { files }) => total + files[side].length, 0);
  return {
    ...compared,
    repository,
    head,
    right: { same: right, of: pairs.length + onlyLabel.length },
    fields: {
      kind: agreeIn("kind"),
      runsOnPullRequest: agreeIn("runsOnPullRequest"),
      masked: agreeIn("masked"),
    },
    files: { both: sum("both"), onlyLabel: sum("onlyLabel"), onlyEngine: sum("onlyEngine") },
  };
}
