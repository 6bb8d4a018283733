export const FINDING_KINDS = [
  "broken_workflow",
  "masked",
  "disabled",
  "unresolved_tests",
  "no_pull_request_trigger",
  "branch_filtered",
  "path_filtered",
  "conditional",
] as const;

export type FindingKind = (typeof FINDING_KINDS)[number];

/** Something wrong with a gate, or a limit of it, at a place that a person can open. */
export type Finding = {
  readonly kind: FindingKind;
  readonly workflow: string;
  /** Null when the whole file is concerned. */
  readonly job: string | null;
  /** Counted from 1; null where the parser gave no place. */
  readonly line: number | null;
  readonly message: string;
};
