import type { GateFilter, GateState } from "#/lib/contract/gate-filter.ts";
import type { GateView } from "#/lib/contract/gates.ts";

const HOLDS: Readonly<Record<GateState, (gate: GateView) => boolean>> = {
  findings: ({ findings }) => findings.length > 0,
  masked: ({ masked }) => masked,
  required: ({ required }) => required === "direct" || required === "through",
  not_required: ({ required }) => required === "no",
  required_unknown: ({ required }) => required === null,
  off_pull_requests: ({ runsOnPullRequest }) => !runsOnPullRequest,
  holds_nothing: ({ holds, holdsIssues }) => holds + holdsIssues === 0,
};

/** The gates that a filter lets through, in their order. */
export function filterGates(gates: readonly GateView[], filter: GateFilter): GateView[] {
  const q = (filter.q ?? "").toLowerCase();
  return gates.filter(
    (gate) =>
      (filter.repo === undefined || gate.alias === filter.repo) &&
      (filter.kind === undefined || gate.kind === filter.kind) &&
      (filter.is === undefined || HOLDS[filter.is](gate)) &&
      (q === "" || wordsOf(gate).some((word) => word.toLowerCase().includes(q))),
  );
}

const wordsOf = ({ name, workflow, job, alias, testPaths, contexts }: GateView) => [
  name,
  `${workflow}:${job}`,
  alias,
  ...testPaths,
  ...contexts,
];
