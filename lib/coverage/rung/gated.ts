import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import { filterAdmits } from "../gate/filter-glob.ts";
import { type Gate, gateRef } from "../gate/gate.ts";
import { selectingRuns } from "../gate/selects.ts";
import type { TestKind } from "../policy.ts";
import { kindOfTest } from "../test/kind-of-test.ts";
import type { Evidence } from "../verdict.ts";
import { changedTests } from "./tested.ts";

type Change = {
  readonly files: readonly ChangedFile[];
  readonly gates: readonly Gate[];
  readonly rules: { readonly acceptedKinds: readonly TestKind[] };
};

/** What shows that a fix reached the rung `gated`: a changed test of an accepted kind that an unmasked step of a job names, where the job runs on pull requests that touch these files; empty when it did not. */
export function gatedEvidence({ files, gates, rules }: Change): readonly Evidence[] {
  const paths = files.map((file) => file.path);
  const running = gates.filter(
    (gate) => gate.runsOnPullRequest && !gate.masked && isStartedBy(gate, paths),
  );
  return changedTests(files)
    .filter((file) => rules.acceptedKinds.includes(kindOfTest(file.path)))
    .flatMap((file) => running.flatMap((gate) => evidenceOf(gate, file.path)));
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
