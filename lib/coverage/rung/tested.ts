import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import { isTestFile } from "../test/is-test-file.ts";
import type { Evidence } from "../verdict.ts";

const HOLDS_NEW_TEXT = ["added", "modified", "copied", "changed"];

/** The changed files that carry a test to the rung `tested`: a test by its name, not only deleted or moved. */
export function changedTests(files: readonly ChangedFile[]): readonly ChangedFile[] {
  return files.filter((file) => isTestFile(file.path) && hasNewText(file));
}

/** What shows that a fix reached the rung `tested`; empty when it did not. */
export function testedEvidence(files: readonly ChangedFile[]): readonly Evidence[] {
  return changedTests(files).map((file) => ({
    rule: "changed-test-file",
    rung: "tested",
    path: file.path,
    gate: null,
    note: `The pull request ${file.status === "added" ? "adds" : "changes"} this test file.`,
  }));
}

/** A moved file counts only where it was certainly edited too; an edit that only takes lines away adds no test. */
function hasNewText(file: ChangedFile): boolean {
  if (file.status === "renamed") return (file.additions ?? 0) > 0;
  return HOLDS_NEW_TEXT.includes(file.status) && file.additions !== 0;
}
