export const REVIEW_STATES = [
  "approved",
  "changes_requested",
  "commented",
  "requested",
  "dismissed",
] as const;

export type ReviewState = (typeof REVIEW_STATES)[number];

/** What one reviewer last said of a pull request, or that a review was asked of them. */
export type ReviewFact = {
  readonly externalId: string;
  /** Of the pull request. */
  readonly number: number;
  /** A login, or the name of a team of which a review is asked; null where the account is gone. */
  readonly author: string | null;
  readonly state: ReviewState;
  /** Whether it counts for what the branch demands; null where the forge does not tell. */
  readonly official: boolean | null;
  /** Whether commits came after it; null where the forge does not tell. */
  readonly stale: boolean | null;
  /** The commit that was looked at; null where none is named. */
  readonly commitSha: string | null;
  readonly body: string | null;
  /** Null while it is only asked for. */
  readonly submittedAt: Date | null;
};
