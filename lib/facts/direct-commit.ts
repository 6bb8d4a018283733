/** A commit on the default branch's line of first parents that no merged pull request brought. */
export type DirectCommitFact = {
  readonly sha: string;
  readonly title: string;
  /** Empty where the message is its title alone. */
  readonly body: string;
  /** The account where the forge knows one, else the name in the commit; null where neither is there. */
  readonly author: string | null;
  readonly url: string | null;
  readonly committedAt: Date;
};
