import { kindOfTest } from "#/lib/coverage/test/kind-of-test.ts";
import type { AuditDocument } from "./audit-document.ts";

const SHOWN = 5;
const STRONGEST_FIRST = ["e2e", "integration", "unit"];

type FirstOrphans = {
  readonly head: string;
  /** The paths of the strongest of them. */
  readonly shown: readonly string[];
  /** Where the rest and the reasons are; null where there is nothing to look up. */
  readonly more: string | null;
};

/** The tests that no job runs, counted, the strongest first; null for a document that was made before they were told. */
export function firstOrphans(document: AuditDocument): FirstOrphans | null {
  const { testFiles, unlisted, orphans } = document;
  if (orphans === undefined || testFiles === undefined) return null;
  if (orphans === null || testFiles === null) {
    const head = `Which tests no job runs is unknown: ${unlisted ?? ""}`;
    return { head, shown: [], more: null };
  }
  const all = `${testFiles.unit + testFiles.integration + testFiles.e2e} test files`;
  if (orphans.length === 0) {
    return { head: `No orphan tests among ${all}.`, shown: [], more: null };
  }
  const paths = orphans.map(({ path }) => path).toSorted((one, other) => rank(one) - rank(other));
  const left = Math.max(0, paths.length - SHOWN);
  return {
    head: `Tests that no job runs, ${paths.length} of ${all}`,
    shown: paths.slice(0, SHOWN),
    more: `${left === 0 ? "" : `and ${left} more; `}gateline gates lists each with its reason`,
  };
}

const rank = (path: string): number => STRONGEST_FIRST.indexOf(kindOfTest(path));
