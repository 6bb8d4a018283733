import type { GatesDocument } from "./gates-document.ts";
import { isTesting, placeOf } from "./gates-findings.ts";

const TEST_KINDS = ["unit", "integration", "e2e"] as const;

/** The sentences that say what a catalogue of gates looked at, and what in it is not known. */
export function catalogueLines(document: GatesDocument): readonly string[] {
  const { gates, findings } = document;
  return [
    `${document.repository} at ${document.head.slice(0, 12)}, as of ${document.asOf}`,
    ...jobLines(gates),
    ...testLines(document),
    ...findings.map(
      ({ workflow }) => `${workflow} cannot be read: what its jobs would run is unknown`,
    ),
  ];
}

function jobLines(gates: GatesDocument["gates"]): readonly string[] {
  const files = new Set(gates.map(({ workflow }) => workflow)).size;
  const masked = gates.filter((gate) => gate.masked).length;
  const testing = gates.filter(isTesting);
  const kinds = [...TEST_KINDS, "smoke"].map(
    (kind) => `${testing.filter((gate) => gate.kind === kind).length} ${kind}`,
  );
  const onPullRequests = testing.filter(({ runsOnPullRequest }) => runsOnPullRequest).length;
  return [
    `${count(gates.length, "job")} in ${count(files, "workflow file")}, ${masked} masked`,
    `${testing.length} of them test, ${onPullRequests} on pull requests: ${kinds.join(", ")}`,
  ];
}

function testLines(document: GatesDocument): readonly string[] {
  const { testFiles, orphans, offPullRequests, unclear } = document;
  if (testFiles === null || !orphans || !offPullRequests || !unclear)
    return [`Which test files there are is unknown: ${document.unlisted ?? ""}`];
  const all = testFiles.unit + testFiles.integration + testFiles.e2e;
  const gated = all - orphans.length - offPullRequests.length - unclear.length;
  const kinds = TEST_KINDS.map((kind) => `${testFiles[kind]} ${kind}`).join(", ");
  return [
    `${count(all, "test file")}, by their paths: ${kinds}`,
    `${gated} of them run on pull requests, ${offPullRequests.length} only otherwise, ${orphans.length} by no job, ${unclear.length} unclear`,
  ];
}

const count = (number: number, what: string): string =>
  `${number} ${what}${number === 1 ? "" : "s"}`;

/** What each job that stands for others makes of them: the place, the job, the one that it stands for, and how it ends. */
export function standingRows({ gates }: GatesDocument): readonly (readonly string[])[] {
  return gates.flatMap((gate) =>
    gate.standsFor.map(({ job, whenFailed, whenSkipped }) => [
      placeOf(gate.workflow, gate.line),
      gate.job,
      job,
      ENDS[whenFailed],
      whenSkipped === null ? "is never skipped alone" : ENDS[whenSkipped],
    ]),
  );
}

/** What each column of these is called. */
export const STANDING_HEADS = ["place", "job", "stands for", "when that failed", "when skipped"];

const ENDS = { passes: "passes", fails: "fails", unknown: "unknown" } as const;
