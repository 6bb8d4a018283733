import type { Known } from "#/lib/facts/known.ts";
import type { ProtectionFact } from "#/lib/facts/protection.ts";
import { contextNames, isProduced } from "../gate/context/context-names.ts";
import { type GateInBranch, mapRequired } from "../gate/context/map-required.ts";
import { type Gate, gateRef } from "../gate/gate.ts";
import type { ForgeKind } from "../gate/workflow-directory.ts";
import type { RepositoryRuns } from "./observed-runs.ts";

type Facts = {
  readonly gates: readonly Gate[];
  readonly demands: Known<ProtectionFact | null>;
  /** Every context that any commit was seen to have. */
  readonly seen: readonly string[];
  /** When each context was last seen to succeed on the default branch. */
  readonly passes: ReadonlyMap<string, Date>;
  readonly forge: ForgeKind;
  /** Why the last look at the checks was not whole; null where it was. */
  readonly unread: string | null;
};

const NOTHING = { checksRequired: false, contexts: [] };

/** What is told of the runs and demands of a repository, arranged for the questions that are asked of each of its fixes. */
export function repositoryRuns({
  gates,
  demands,
  seen,
  passes,
  forge,
  unread,
}: Facts): RepositoryRuns {
  const required = (demands.known ? demands.value : null) ?? NOTHING;
  const mapped = new Map(
    mapRequired({ gates, required, seen, forge }).gates.map((each) => [each.gate, each]),
  );
  const names = new Map<string, readonly string[]>();
  const contextsOf = (gate: Gate): readonly string[] => {
    const ref = gateRef(gate);
    const held = names.get(ref);
    if (held) return held;
    const found = reportsUnder(gate, seen, forge);
    names.set(ref, found);
    return found;
  };
  const isDemanded = (context: string): boolean =>
    required.contexts.length === 0 ||
    required.contexts.some((pattern) => isProduced(pattern, { text: context, whole: true }, forge));
  return {
    demands,
    unread,
    anySeen: seen.length > 0,
    contextsOf,
    blockingOf: (gate) => {
      const place = mapped.get(gateRef(gate));
      return {
        required: place?.required ?? "no",
        maskedBy: place?.maskedBy ?? null,
        contexts: standingFor(gate, place, gates).flatMap(contextsOf).filter(isDemanded),
      };
    },
    passedLater: (context) => passes.has(context),
  };
}

function reportsUnder(gate: Gate, seen: readonly string[], forge: ForgeKind): readonly string[] {
  const own = contextNames(gate, forge);
  const reported = seen.filter((context) => own.some((name) => isProduced(context, name, forge)));
  return reported.length > 0 ? reported : own.map(({ text }) => text);
}

/** The job itself, or the jobs of its file that stand for it. */
function standingFor(
  gate: Gate,
  place: GateInBranch | undefined,
  gates: readonly Gate[],
): readonly Gate[] {
  if (place?.required !== "through") return [gate];
  return gates.filter(
    (each) => each.workflow === gate.workflow && place.through.includes(each.job),
  );
}

/** The same for one fix: what came to the default branch later is what came after its merge. */
export const runsSince = (
  runs: RepositoryRuns,
  passes: ReadonlyMap<string, Date>,
  mergedAt: Date,
): RepositoryRuns => ({
  ...runs,
  passedLater: (context) => (passes.get(context)?.getTime() ?? -Infinity) >= mergedAt.getTime(),
});
