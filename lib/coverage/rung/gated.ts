import { type Gate, gateRef } from "../gate/gate.ts";
import { selectingRuns } from "../gate/selects.ts";
import { wouldRun } from "../gate/trigger/would-run.ts";
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
  const accepted = tests.filter(({ kind }) => rules.acceptedKinds.includes(kind.kind));
  if (accepted.length === 0) return [];
  const running = gates.filter(
    (gate) =>
      gate.runsOnPullRequest &&
      !gate.masked &&
      wouldRun(gate, paths, { branch: null, event: null }).answer !== "no",
  );
  return accepted.flatMap(({ path }) => running.flatMap((gate) => evidenceOf(gate, path)));
}

function evidenceOf(gate: Gate, path: string): readonly Evidence[] {
  const run = selectingRuns(gate, path).find((candidate) => candidate.maskReason === null);
  if (!run) return [];
  const place = gate.file === gate.workflow ? "" : `${gate.file}, `;
  const note = `The job runs this test on pull requests (${place}line ${run.line}).`;
  return [{ rule: "gate-names-test", rung: "gated", path, gate: gateRef(gate), note }];
}
