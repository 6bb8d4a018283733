import type { LimitSeen, Resource } from "#/lib/facts/limit.ts";

/** What all who ask with one credential share, across processes and restarts. Nobody waits in here: a worker that may not ask gives its job back. */
export type Budget = {
  /** Takes what a question costs, and null says that it may be asked; else nothing was taken, and it may be asked at that time by our clock. */
  take(resource: Resource, cost: number): Promise<Date | null>;
  /** Tells what an answer said, so that every worker knows. */
  saw(resource: Resource, seen: LimitSeen): Promise<void>;
};

/** For one who asks alone, as the command line does. */
export const unlimited: Budget = { take: async () => null, saw: async () => {} };
