import type { Gate } from "../gate/gate.ts";
import { gateRef } from "../gate/gate.ts";
import type { TestKind } from "../policy.ts";
import type { Evidence, Standing } from "../verdict.ts";
import { whyNotRequired } from "./blocking.ts";
import { NO_STATUS } from "./executed.ts";
import type { RepositoryRuns } from "./observed-runs.ts";
import type { Rung } from "./rungs.ts";

type Facts = {
  readonly gate: Gate;
  readonly acceptedKinds: readonly TestKind[];
  readonly runs: RepositoryRuns;
};

const NOT_PROVEN = "Whether the gate fails without the repair: nobody proved it yet.";

/** How far a gate that was linked to an item as a whole climbs by itself: it is gated where it runs on pull requests, unmasked and of an accepted kind, executed where it was seen to succeed, blocking where it is required now. */
export function gateStanding({ gate, acceptedKinds, runs }: Facts): Standing {
  const linked = "It is linked to the item as a whole.";
  const fault = faultOf(gate, acceptedKinds);
  if (fault !== null)
    return standing("tested", [evidence("tested", gate, linked)], missing("gated", fault));
  const gated = [evidence("gated", gate, linked)];
  const passed = runs.contextsOf(gate).find(runs.passedLater);
  if (passed === undefined) {
    const unseen = `The job ${gate.name} was not seen to succeed on the default branch.`;
    return standing(
      "gated",
      gated,
      !runs.anySeen
        ? open("executed", NO_STATUS)
        : runs.unread === null
          ? missing("executed", unseen)
          : open("executed", runs.unread),
    );
  }
  const ran = [...gated, evidence("executed", gate, `${passed} was seen to succeed.`)];
  if (!runs.demands.known) return standing("executed", ran, open("blocking", runs.demands.why));
  const why = whyNotRequired(gate, runs);
  if (why !== null) return standing("executed", ran, missing("blocking", why));
  const blocks = evidence("blocking", gate, `The default branch requires ${gate.name}.`);
  return standing("blocking", [...ran, blocks], open("proven", NOT_PROVEN));
}

type Above = Omit<Standing, "rung" | "evidence">;

const standing = (rung: Rung, shown: readonly Evidence[], above: Above): Standing => ({
  rung,
  evidence: shown,
  ...above,
});

const missing = (missed: Rung, missedBecause: string): Above => ({
  missed,
  missedBecause,
  unknownAbove: null,
});

const open = (rung: Rung, fact: string): Above => ({
  missed: null,
  unknownAbove: { rung, missing: fact },
});

function faultOf(gate: Gate, accepted: readonly TestKind[]): string | null {
  if (!gate.runsOnPullRequest) return `The job ${gate.name} does not run on pull requests.`;
  if (gate.masked) return `The job ${gate.name} is masked: ${gate.maskReason ?? "it cannot fail"}.`;
  // A policy that accepts end-to-end tests accepts smoke tests: PRODUCT, words.
  const kind = gate.kind === "smoke" ? "e2e" : gate.kind;
  if (accepted.some((each) => each === kind)) return null;
  return `The job ${gate.name} is of the kind ${gate.kind}, which the policy does not accept.`;
}

const RULES: Readonly<Partial<Record<Rung, string>>> = {
  executed: "gate-succeeded",
  blocking: "gate-required",
};

const evidence = (rung: Rung, gate: Gate, note: string): Evidence => ({
  rule: RULES[rung] ?? "gate-linked",
  rung,
  path: gate.workflow,
  gate: gateRef(gate),
  note,
});
