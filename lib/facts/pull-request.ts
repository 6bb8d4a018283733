export type PullRequestFact = {
  readonly externalId: string;
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
  readonly state: "open" | "closed" | "merged";
  readonly author: string | null;
  readonly labels: readonly string[];
  readonly baseRef: string;
  readonly headRef: string | null;
  readonly headSha: string | null;
  readonly mergeSha: string | null;
  /** The commit of the base branch from which it set out; absent or null where the forge does not tell. */
  readonly forkSha?: string | null;
  readonly mergedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly url: string | null;
};
