import type { GateFilter, GateState } from "#/lib/contract/gate-filter.ts";
import type { GatesView, GateView } from "#/lib/contract/gates.ts";
import { count } from "#/lib/format.ts";

/** What each narrowing of the list is called. */
export const STATE_TEXTS: Readonly<Record<GateState, string>> = {
  findings: "With findings",
  masked: "Masked",
  required: "Required",
  not_required: "Not required",
  required_unknown: "Required not known",
  off_pull_requests: "Not on pull requests",
  holds_nothing: "Holds up nothing",
};

const RUNS_TESTS: readonly string[] = ["unit", "integration", "e2e", "smoke"];

/** The jobs that run tests, and those that run none, each in its order. */
export function splitByTests(gates: readonly GateView[]): {
  readonly tests: readonly GateView[];
  readonly others: readonly GateView[];
} {
  const runs = ({ kind }: GateView) => RUNS_TESTS.includes(kind);
  return { tests: gates.filter(runs), others: gates.filter((gate) => !runs(gate)) };
}

export const isNarrowed = ({ q, repo, kind, is }: GateFilter): boolean =>
  [q, repo, kind, is].some((value) => value !== undefined && value !== "");

/** How many gates are shown, and of the whole list what a reader has to know first. */
export function sayGates(view: Pick<GatesView, "gates" | "counts">, filter: GateFilter): string {
  const { all, masked, notRequired, unknown } = view.counts;
  if (isNarrowed(filter)) {
    return `${view.gates.length.toLocaleString("en-GB")} of ${count(all, "job")}`;
  }
  const facts = [
    masked > 0 ? `${masked.toLocaleString("en-GB")} masked` : "none masked",
    ...(notRequired > 0 ? [`${notRequired.toLocaleString("en-GB")} not required`] : []),
    ...(unknown > 0 ? [`${unknown.toLocaleString("en-GB")} not known to be required`] : []),
  ];
  return all === 0 ? count(all, "job") : `${count(all, "job")}: ${facts.join(", ")}`;
}

/** Why a failing test of a gate would stop nothing, in a few words; empty where it would. */
export function sayFlaws(
  gate: Pick<GateView, "masked" | "required" | "runsOnPullRequest">,
): string {
  const { masked, required, runsOnPullRequest } = gate;
  return [
    ...(runsOnPullRequest ? [] : ["not on pull requests"]),
    ...(required === "no" ? ["not required"] : []),
    ...(required === null ? ["not known to be required"] : []),
    ...(masked ? ["masked"] : []),
  ].join(", ");
}
