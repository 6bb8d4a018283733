import type { Gate } from "../gate/gate.ts";
import { gateRef } from "../gate/gate.ts";
import type { TestKind } from "../policy.ts";
import type { Evidence, Standing } from "../verdict.ts";
import { whyNotRequired } from "./blocking.ts";
import { NO_STATUS } from "./executed.ts";
import type { RepositoryRuns } from "./observed-runs.ts";

type Facts = {
  readonly gate: Gate;
  readonly acceptedKinds: readonly TestKind[];
  readonly runs: RepositoryRuns;
};

/** How far a gate that was linked to an item as a whole climbs by itself: it is gated where it runs on pull requests, unmasked and of an accepted kind, executed where it was seen to succeed, blocking where it is required now. */
export function gateStanding({ gate, acceptedKinds, runs }: Facts): Standing {
  const fault = faultOf(gate, acceptedKinds);
  const base = { unknownAbove: null, missed: null };
  const linked = evidence("gate-linked", "gated", gate, "It is linked to the item as a whole.");
  if (fault !== null)
    return { ...base, rung: "tested", missed: "gated", missedBecause: fault, evidence: [linked] };
  const passed = runs.contextsOf(gate).find(runs.passedLater);
  if (passed === undefined) {
    return !runs.anySeen
      ? {
          ...base,
          rung: "gated",
          unknownAbove: { rung: "executed", missing: NO_STATUS },
          evidence: [linked],
        }
      : {
          ...base,
          rung: "gated",
          missed: "executed",
          missedBecause: `The job ${gate.name} was not seen to succeed on the default branch.`,
          evidence: [linked],
        };
  }
  const ran = evidence("gate-succeeded", "executed", gate, `${passed} was seen to succeed.`);
  if (!runs.demands.known) {
    const unknownAbove = { rung: "blocking", missing: runs.demands.why } as const;
    return { ...base, rung: "executed", unknownAbove, evidence: [linked, ran] };
  }
  const missedBecause = whyNotRequired(gate, runs);
  if (missedBecause !== null) {
    return {
      ...base,
      rung: "executed",
      missed: "blocking",
      missedBecause,
      evidence: [linked, ran],
    };
  }
  const blocks = evidence(
    "gate-required",
    "blocking",
    gate,
    `The default branch requires ${gate.name}.`,
  );
  const missing = "Whether the gate fails without the repair: nobody proved it yet.";
  return {
    ...base,
    rung: "blocking",
    unknownAbove: { rung: "proven", missing },
    evidence: [linked, ran, blocks],
  };
}

function faultOf(gate: Gate, accepted: readonly TestKind[]): string | null {
  if (!gate.runsOnPullRequest) return `The job ${gate.name} does not run on pull requests.`;
  if (gate.masked) return `The job ${gate.name} is masked: ${gate.maskReason ?? "it cannot fail"}.`;
  // A policy that accepts end-to-end tests accepts smoke tests: PRODUCT, words.
  const kind = gate.kind === "smoke" ? "e2e" : gate.kind;
  if (accepted.some((each) => each === kind)) return null;
  return `The job ${gate.name} is of the kind ${gate.kind}, which the policy does not accept.`;
}

const evidence = (rule: string, rung: Evidence["rung"], gate: Gate, note: string): Evidence => ({
  rule,
  rung,
  path: gate.workflow,
  gate: gateRef(gate),
  note,
});
