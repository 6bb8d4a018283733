import type { GateFindingView, GateView } from "#/lib/contract/gates.ts";
import type { HeldCounts } from "./count-held.ts";
import { fileUrl } from "./file-url.ts";
import type { RepositoryWithGates, StoredGate } from "./gate-scope.ts";
import { whyNotRead } from "./why-not-read.ts";

export type StoredFinding = {
  readonly repositoryId: number;
  readonly workflow: string;
  readonly job: string | null;
  readonly kind: string;
  readonly message: string;
  readonly line: number | null;
};

type Around = {
  readonly place: RepositoryWithGates;
  /** Of its repository or of more. */
  readonly findings: readonly StoredFinding[];
  readonly holds: HeldCounts;
  readonly sample: boolean;
};

const NOT_JUDGED = "It was not held against what the branch demands yet.";

/** A gate of the catalogue. */
export function toGateView(gate: StoredGate, { place, findings, holds, sample }: Around): GateView {
  const { repositoryId, required, requiredWhy, ...shown } = gate;
  const { workflow, job, line } = gate;
  const own = findings.filter(
    (f) => f.repositoryId === repositoryId && f.workflow === workflow && f.job === job,
  );
  const state =
    required === "direct" || required === "through" || required === "no" ? required : null;
  const unread = whyNotRead(place.streams, "protection", place.syncEnabled);
  return {
    ...shown,
    alias: place.alias,
    required: state,
    requiredWhy: requiredWhy ?? (state === null ? (unread ?? NOT_JUDGED) : null),
    url: fileUrl(place, sample, workflow, line),
    holds: holds(gate, "fix"),
    holdsIssues: holds(gate, "issue"),
    findings: own.map((finding) => toFindingView(finding, place, sample)),
  };
}

export function toFindingView(
  { kind, message, line, workflow }: StoredFinding,
  place: RepositoryWithGates,
  sample: boolean,
): GateFindingView {
  return { rule: kind, message, line, url: fileUrl(place, sample, workflow, line) };
}
