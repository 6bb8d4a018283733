/** What has to be known of a merged pull request to see which others it takes back or copies. */
export type MergedFacts = {
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
  /** The branch that it was merged to; null where that is not known, as in a clone, whose history is one branch. */
  readonly baseRef?: string | null;
  /** Id of the commit that merged it; null when the forge did not say. */
  readonly mergeSha: string | null;
  readonly mergedAt: Date;
  /** By `digestPatches`; null where its patches are not known. */
  readonly patchDigest: string | null;
};

/** Whether two pull requests were merged to one branch, as far as their branches are known. */
export const onOneBranch = (one: MergedFacts, other: MergedFacts): boolean =>
  !one.baseRef || !other.baseRef || one.baseRef === other.baseRef;
