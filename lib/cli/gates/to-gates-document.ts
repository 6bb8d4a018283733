import type { Finding } from "#/lib/coverage/gate/finding.ts";
import type { Gate } from "#/lib/coverage/gate/gate.ts";
import { selectionOf } from "#/lib/coverage/gate/selects.ts";
import { PULL_REQUEST } from "#/lib/coverage/gate/trigger/trigger.ts";
import { isTestFile } from "#/lib/coverage/test/is-test-file.ts";
import type { Known } from "#/lib/facts/known.ts";
import type { GatesDocument } from "#/lib/report/gates-document.ts";
import { testsOfClone } from "./tests-of-clone.ts";

export type GatesFacts = {
  readonly repository: string;
  readonly head: string;
  readonly asOf: Date;
  readonly gates: readonly Gate[];
  readonly findings: readonly Finding[];
  /** Every file at the commit. */
  readonly paths: Known<readonly string[]>;
};

/** Lays out what was read of a clone's gates; pure. */
export function toGatesDocument(facts: GatesFacts): GatesDocument {
  const { gates, paths } = facts;
  const { testFiles, unlisted, ...loose } = testsOfClone(gates, paths, facts.findings);
  return {
    schema: "gateline.gates/1",
    repository: facts.repository,
    head: facts.head,
    asOf: facts.asOf.toISOString(),
    testFiles,
    unlisted,
    gates: gates.map((gate) => toGate(gate, paths.known ? paths.value : null)),
    ...loose,
    findings: facts.findings
      .filter(({ job }) => job === null)
      .map(({ kind, workflow, line, message }) => ({ kind, workflow, line, message })),
  };
}

function toGate(gate: Gate, paths: readonly string[] | null): GatesDocument["gates"][number] {
  return {
    workflow: gate.workflow,
    job: gate.job,
    name: gate.name,
    kind: gate.kind,
    triggers: [...gate.triggers],
    branches: [...gate.branches, ...ignoredBranches(gate)],
    paths: [...gate.paths, ...gate.pathsIgnore.map((path) => `!${path}`)],
    runsOnPullRequest: gate.runsOnPullRequest,
    masked: gate.masked,
    maskReason: gate.maskReason,
    line: gate.line,
    tests: testsOf(gate, paths),
    standsFor: (gate.aggregates ?? []).map(({ job, failed, skipped }) => ({
      job,
      whenFailed: failed,
      whenSkipped: skipped,
    })),
    findings: gate.findings.map(({ kind, line, message }) => ({ kind, line, message })),
  };
}

/** Of the same trigger that its other filters are shown of. */
function ignoredBranches({ starts }: Gate): readonly string[] {
  const shown = [...PULL_REQUEST, "push"]
    .map((event) => starts.find((trigger) => trigger.event === event))
    .find((trigger) => trigger !== undefined);
  return (shown?.branchesIgnore ?? []).map(({ pattern }) => `!${pattern}`);
}

/** What a job runs of the files at the commit: those named like tests, and those that it names as tests itself. */
function testsOf(
  gate: Gate,
  paths: readonly string[] | null,
): GatesDocument["gates"][number]["tests"] {
  const patterns = [...gate.testPaths];
  if (paths === null) return { certain: null, unclear: null, patterns, files: null };
  const named = new Set(patterns);
  const files: string[] = [];
  let unclear = 0;
  for (const path of paths) {
    if (!named.has(path) && !isTestFile(path)) continue;
    const answer = selectionOf(gate, path);
    if (answer === "yes") files.push(path);
    else if (answer !== "no") unclear += 1;
  }
  return { certain: files.length, unclear, patterns, files };
}
