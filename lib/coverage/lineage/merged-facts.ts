/** What has to be known of a merged pull request to see which others it takes back or copies. */
export type MergedFacts = {
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
  /** Id of the commit that merged it; null when the forge did not say. */
  readonly mergeSha: string | null;
  readonly mergedAt: Date;
  /** By `digestPatches`; null where its patches are not known. */
  readonly patchDigest: string | null;
};
