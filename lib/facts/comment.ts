export type CommentFact = {
  readonly externalId: string;
  /** Number of the issue or pull request that it stands under. */
  readonly number: number;
  readonly author: string | null;
  readonly body: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly url: string | null;
};
