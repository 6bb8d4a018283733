import type { CountsAs } from "#/lib/contract/merged.ts";
import type { RepositoryRow } from "#/lib/contract/overview.ts";

type Audit = NonNullable<RepositoryRow["audit"]>;

/** A part of the sentence; one that counts what is in no figure opens the list of it. */
export type MergedPart = { readonly text: string; readonly opens: CountsAs | null };

/** How the merged pull requests of a repository divide, the whole first. */
export function sayMerged({
  merged,
  fixes,
  excluded,
  unclassified,
}: Readonly<Audit>): readonly MergedPart[] {
  return [
    { text: `${merged} merged: ${fixes} ${fixes === 1 ? "fix" : "fixes"}, `, opens: null },
    { text: `${excluded} excluded`, opens: "excluded" },
    { text: ", ", opens: null },
    { text: `${unclassified} unclassified`, opens: "unclassified" },
  ];
}
