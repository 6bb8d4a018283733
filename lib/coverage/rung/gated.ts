import { filterAdmits } from "../gate/filter-glob.ts";
import { type Gate, gateRef } from "../gate/gate.ts";
import { selectingRuns } from "../gate/selects.ts";
import type { TestKind } from "../policy.ts";
import type { JudgedTest } from "../test/judge-tests.ts";
import type { Evidence } from "../verdict.ts";

type Change = {
  readonly tests: readonly JudgedTest[];
  /** Every path that the pull request touched. */
  readonly paths: readonly string[];
  readonly gates: readonly Gate[];
  readonly rules: { readonly acceptedKinds: readonly TestKind[] };
};

/** What shows that a fix reached the rung `gated`: one of these tests, of an accepted kind, that an unmasked step of a job names, where the job runs on pull requests that touch these files; empty when it did not. */
export function gatedEvidence({ tests, paths, gates, rules }: Change): readonly Evidence[] {
  const running = gates.filter(
    (gate) => gate.runsOnPullRequest && !gate.masked && isStartedBy(gate, paths),
  );
  return tests
    .filter(({ kind }) => rules.acceptedKinds.includes(kind.kind))
    .flatMap(({ path }) => running.flatMap((gate) => evidenceOf(gate, path)));
}

function evidenceOf(gate: Gate, path: string): readonly Evidence[] {
  const run = selectingRuns(gate, path).find((candidate) => candidate.maskReason === null);
  if (!run) return [];
  const note = `The job runs this test on pull requests (line ${run.line}).`;
  return [{ rule: "gate-names-test", rung: "gated", path, gate: gateRef(gate), note }];
}

/** Whether the job's path filters let a pull request with these files start it. */
function isStartedBy(gate: Gate, paths: readonly string[]): boolean {
  if (gate.paths.length > 0) return paths.some((path) => filterAdmits(gate.paths, path));
  if (gate.pathsIgnore.length > 0)
    return paths.some((path) => !filterAdmits(gate.pathsIgnore, path));
  return true;
}
