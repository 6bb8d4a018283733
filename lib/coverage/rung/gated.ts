import type { Gate } from "../gate/gate.ts";
import { gateRef } from "../gate/gate.ts";
import { selectingRuns, selectionOf } from "../gate/selects.ts";
import { wouldRun } from "../gate/trigger/would-run.ts";
import type { TestKind } from "../policy.ts";
import type { JudgedTest } from "../test/judge-tests.ts";
import type { Evidence } from "../verdict.ts";

/** A change with its tests and the gates that it is held against. */
export type GatedFacts = {
  readonly tests: readonly JudgedTest[];
  /** Every path that the pull request touched. */
  readonly paths: readonly string[];
  readonly gates: readonly Gate[];
  readonly rules: { readonly acceptedKinds: readonly TestKind[] };
  /** The branch that it was merged to; null where that is not known. */
  readonly branch: string | null;
};

export type GatedBy = { readonly gate: Gate; readonly path: string; readonly evidence: Evidence };

export type Gated = {
  readonly by: readonly GatedBy[];
  /** Why one of the tests may be gated where none certainly is; null when none may. */
  readonly unclear: string | null;
};

/** What shows that a fix reached the rung `gated`: one of these tests, of an accepted kind, that an unmasked step of a job runs, where the job runs on pull requests that touch these files. */
export function gatedBy({ tests, paths, gates, rules, branch }: GatedFacts): Gated {
  const accepted = tests.filter(({ kind }) => rules.acceptedKinds.includes(kind.kind));
  if (accepted.length === 0) return { by: [], unclear: null };
  const running = gates.filter(
    (gate) =>
      gate.runsOnPullRequest &&
      !gate.masked &&
      wouldRun(gate, paths, { branch, event: null }).answer !== "no",
  );
  const by = accepted.flatMap(({ path }) => running.flatMap((gate) => evidenceOf(gate, path)));
  return { by, unclear: by.length > 0 ? null : firstUnclear(accepted, running) };
}

function firstUnclear(tests: readonly JudgedTest[], gates: readonly Gate[]): string | null {
  for (const { path } of tests) {
    for (const gate of gates) {
      const answer = selectionOf(gate, path);
      if (typeof answer === "object")
        return `Whether ${gateRef(gate)} runs ${path} cannot be told: ${answer.unclear}.`;
    }
  }
  return null;
}

function evidenceOf(gate: Gate, path: string): readonly GatedBy[] {
  const run = selectingRuns(gate, path).find((candidate) => candidate.maskReason === null);
  if (!run) return [];
  const place = gate.file === gate.workflow ? "" : `${gate.file}, `;
  const note = `The job runs this test on pull requests (${place}line ${run.line}).`;
  const evidence = {
    rule: "gate-names-test",
    rung: "gated",
    path,
    gate: gateRef(gate),
    note,
  } as const;
  return [{ gate, path, evidence }];
}
