import type { Finding } from "#/lib/coverage/gate/finding.ts";
import type { Gate } from "#/lib/coverage/gate/gate.ts";
import { orphanTests } from "#/lib/coverage/gate/orphan-tests.ts";
import { selectionOf } from "#/lib/coverage/gate/selects.ts";
import { PULL_REQUEST } from "#/lib/coverage/gate/trigger/trigger.ts";
import { isTestFile } from "#/lib/coverage/test/is-test-file.ts";
import { kindOfTest } from "#/lib/coverage/test/kind-of-test.ts";
import type { Known } from "#/lib/facts/known.ts";
import type { GatesDocument } from "#/lib/report/gates-document.ts";

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
  const tests = paths.known ? paths.value.filter(isTestFile) : null;
  const loose = tests && orphanTests(gates, tests);
  const listed = (list: keyof NonNullable<typeof loose>) =>
    loose && loose[list].map(({ path, why, lintedBy }) => ({ path, why, lintedBy: [...lintedBy] }));
  return {
    schema: "gateline.gates/1",
    repository: facts.repository,
    head: facts.head,
    asOf: facts.asOf.toISOString(),
    testFiles: tests && byKind(tests),
    unlisted: paths.known ? null : paths.why,
    gates: gates.map((gate) => toGate(gate, paths.known ? paths.value : null)),
    orphans: listed("orphans"),
    offPullRequests: listed("offPullRequests"),
    unclear: listed("unclear"),
    findings: facts.findings
      .filter(({ job }) => job === null)
      .map(({ kind, workflow, line, message }) => ({ kind, workflow, line, message })),
  };
}

function byKind(tests: readonly string[]): NonNullable<GatesDocument["testFiles"]> {
  const counts = { unit: 0, integration: 0, e2e: 0 };
  for (const path of tests) counts[kindOfTest(path)] += 1;
  return counts;
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
