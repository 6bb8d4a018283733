import { FIX_KINDS, type FixKind } from "#/lib/coverage/fix/fix-kind.ts";

const KIND_TEXTS: Record<FixKind, string> = {
  fix: "Fix",
  test_only: "Tests only",
  docs_only: "Documentation only",
  workflow_only: "CI only",
  dependency: "Dependency",
  revert: "Revert",
  refactor: "Refactoring",
  feature: "Feature",
  other: "Other",
};

/** What a merged pull request is, for the screen; a kind of another version as it is. */
export function kindText(kind: string): string {
  const known = FIX_KINDS.find((each) => each === kind);
  return known === undefined ? kind : KIND_TEXTS[known];
}
