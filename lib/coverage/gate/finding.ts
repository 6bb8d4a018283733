export const FINDING_KINDS = [
  "broken_workflow",
  "masked",
  "disabled",
  "unresolved_tests",
  "no_pull_request_trigger",
  "branch_filtered",
  "path_filtered",
  "conditional",
  "skips_itself",
  "never_fires",
  "unreadable_call",
  "failure_tolerated",
  "skip_passes",
  "phantom_context",
  "not_required",
] as const;

export type FindingKind = (typeof FINDING_KINDS)[number];

/** What each kind of finding means, in one sentence for whoever meets it first. */
export const FINDING_MEANINGS: Readonly<Record<FindingKind, string>> = {
  broken_workflow: "The workflow file cannot be read, so nothing is known of its jobs.",
  masked: "A failing test cannot turn the check red.",
  disabled: "What it would run never runs.",
  unresolved_tests: "Which tests it runs cannot be told from the file.",
  no_pull_request_trigger: "It does not run on pull requests.",
  branch_filtered: "It runs for some target branches only.",
  path_filtered: "It runs only when certain files change.",
  conditional: "A condition decides whether it runs.",
  skips_itself: "It can end well before it comes to its tests, as where a secret is missing.",
  never_fires: "It waits for an activity that this forge never sends.",
  unreadable_call: "It calls a workflow that cannot be read from here.",
  failure_tolerated: "Jobs that need it take its failure for success.",
  skip_passes: "The job that stands for it passes when it was skipped.",
  phantom_context: "A required check that nothing produces: pull requests wait for ever.",
  not_required: "A pull request can be merged although it fails.",
};

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
