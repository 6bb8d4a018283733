import type { RepositoryRow } from "#/lib/contract/overview.ts";

type Audit = NonNullable<RepositoryRow["audit"]>;

/** How the merged pull requests of a repository divide, the whole first. */
export function sayMerged({ merged, fixes, excluded, unclassified }: Readonly<Audit>): string {
  return `${merged} merged: ${fixes} ${fixes === 1 ? "fix" : "fixes"}, ${excluded} excluded, ${unclassified} unclassified`;
}
