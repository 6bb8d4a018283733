export const FIX_KINDS = [
  "fix",
  "test_only",
  "docs_only",
  "workflow_only",
  "dependency",
  "revert",
  "refactor",
  "feature",
  "other",
] as const;

/** What a merged pull request is. */
export type FixKind = (typeof FIX_KINDS)[number];
