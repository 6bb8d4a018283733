import type { FindingKind } from "#/lib/coverage/gate/finding.ts";
import type { GatesDocument, ListedGate } from "./gates-document.ts";

/** A finding with the job that it is about; null where it is about a whole file. */
export type ListedFinding = ListedGate["findings"][number] & {
  readonly workflow: string;
  readonly job: string | null;
};

const TESTING: readonly string[] = ["unit", "integration", "e2e", "smoke"];

/** Whether a job is there to run tests. */
export const isTesting = ({ kind }: Pick<ListedGate, "kind">): boolean => TESTING.includes(kind);

const FILTERS: readonly FindingKind[] = [
  "no_pull_request_trigger",
  "branch_filtered",
  "path_filtered",
  "conditional",
];

/** Every finding of a catalogue, those of whole files first. */
export function allFindings({ gates, findings }: GatesDocument): readonly ListedFinding[] {
  return [...findings.map((finding) => ({ ...finding, job: null })), ...gates.flatMap(findingsOf)];
}

const findingsOf = ({ workflow, job, findings }: ListedGate): readonly ListedFinding[] =>
  findings.map((finding) => ({ ...finding, workflow, job }));

/** The findings that a person reads first, which are all but when a job starts that runs no test; and how many those are. */
export function firstFindings(document: GatesDocument): {
  readonly shown: readonly ListedFinding[];
  readonly left: number;
} {
  const shown = [
    ...allFindings({ ...document, gates: [] }),
    ...document.gates.flatMap((gate) =>
      findingsOf(gate).filter(({ kind }) => isTesting(gate) || !FILTERS.includes(kind)),
    ),
  ];
  return { shown, left: allFindings(document).length - shown.length };
}

/** A place that an editor or a terminal opens; the file alone where there is no line. */
export const placeOf = (path: string, line: number | null): string =>
  line === null ? path : `${path}:${line}`;

/** The lines of a job's findings, as `file:1,2`; empty where there are none. */
export function linesOf({ workflow, findings }: ListedGate): string {
  if (findings.length === 0) return "";
  const lines = new Set(findings.flatMap(({ line }) => (line === null ? [] : [line])));
  const ordered = [...lines].toSorted((one, other) => one - other);
  return ordered.length === 0 ? nameOf(workflow) : `${nameOf(workflow)}:${ordered.join(",")}`;
}

/** The name of a file without its folders. */
export const nameOf = (path: string): string => path.replace(/^.*\//, "");
