export type GeneratedOptions = {
  readonly pulls: number;
  /** 1 where it is not given; the same seed and options give the same store. */
  readonly seed?: number;
  /** Of the forge; 1.27.0 where it is not given. */
  readonly version?: string;
  /** Half as many as pull requests where it is not given. */
  readonly issues?: number;
  /** On the average, as with all that follows; 2 where it is not given. */
  readonly commentsPerPull?: number;
  /** 4 where it is not given. */
  readonly filesPerPull?: number;
  /** 1 where it is not given. */
  readonly reviewsPerPull?: number;
  /** Whether heads have statuses and runs; true where it is not given. */
  readonly withChecks?: boolean;
  /** Whether the repository can be fetched; false is several times as quick, and its rows are the same but for the ids of commits. */
  readonly withGit?: boolean;
};

export type Options = Required<GeneratedOptions>;

export const wholeOptions = (given: GeneratedOptions): Options => ({
  seed: 1,
  version: "1.27.0",
  issues: Math.floor(given.pulls / 2),
  commentsPerPull: 2,
  filesPerPull: 4,
  reviewsPerPull: 1,
  withChecks: true,
  withGit: true,
  ...given,
});
