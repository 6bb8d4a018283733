const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * How long what was read may stand before it is asked for again by itself. What is not here is asked for
 * by every pass: what changed, comments and runs. A webhook, or a change that moves it, makes a stream due
 * at once.
 */
export const EVERY_MS = {
  /** A walk over everything, which alone finds deletions that the counts do not show. */
  whole: 7 * DAY_MS,
  /** Such a walk because the counts differ, where one was made before. */
  wholeAfterCount: 6 * HOUR_MS,
  counts: HOUR_MS,
  labels: HOUR_MS,
  protection: HOUR_MS,
  /** The tip of the default branch; a merge makes it due. */
  commits: HOUR_MS / 2,
  /** Reviews and checks of open pull requests. */
  open: 15 * MINUTE_MS,
  /** The checks of one commit, until nothing of them can change any more. */
  checks: 15 * MINUTE_MS,
  repository: HOUR_MS,
  /** How long a run may wait and run; after that it was given up, or is gone. */
  run: 35 * DAY_MS,
} as const;

/** The moment so long before another. */
export const before = (at: Date, every: keyof typeof EVERY_MS): Date =>
  new Date(at.getTime() - EVERY_MS[every]);

/** The moment so long after another. */
export const after = (at: Date, every: keyof typeof EVERY_MS): Date =>
  new Date(at.getTime() + EVERY_MS[every]);
