import { mapRequired } from "#/lib/coverage/gate/context/map-required.ts";
import type { Finding } from "#/lib/coverage/gate/finding.ts";
import { type Gate, gateRef } from "#/lib/coverage/gate/gate.ts";
import type { ForgeKind } from "#/lib/coverage/gate/workflow-directory.ts";
import { whyNotRequired } from "#/lib/coverage/rung/blocking.ts";
import { type Known, known } from "#/lib/facts/known.ts";
import type { RequiredGate } from "#/lib/store/assessment.ts";
import type { Observation } from "./observe.ts";

type Required = {
  /** By the name of the gate; unknown while the demands of the branch are. */
  readonly required: Known<ReadonlyMap<string, RequiredGate>>;
  readonly findings: readonly Finding[];
};

const NOTHING = { checksRequired: false, contexts: [] };

/** Which gates hold up a merge to the default branch now, and what is wrong with what it demands. */
export function requiredOf(
  read: Known<readonly Gate[]>,
  { runs, seen }: Observation,
  forge: ForgeKind,
): Required {
  if (!read.known) return { required: read, findings: [] };
  const gates = read.value;
  const { demands } = runs;
  if (!demands.known) return { required: demands, findings: [] };
  const required = demands.value ?? NOTHING;
  const mapped = mapRequired({ gates, required, seen, forge });
  const stateOf = new Map(mapped.gates.map((each) => [each.gate, each.required]));
  return {
    required: known(
      new Map(
        gates.map((gate) => [
          gateRef(gate),
          {
            required: stateOf.get(gateRef(gate)) ?? "no",
            why: whyNotRequired(gate, runs),
            contexts: runs.contextsOf(gate),
          },
        ]),
      ),
    ),
    findings: mapped.findings,
  };
}
