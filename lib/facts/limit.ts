/** What limits are counted by: some forges count two kinds of question apart. */
export type Resource = "rest" | "graphql";

/** What an answer said of the limit. */
export type LimitSeen = {
  /** How many questions, or points, there are when all of them are there; null where the answer does not say. */
  readonly limit: number | null;
  /** How many are left; null where the answer does not say. */
  readonly remaining: number | null;
  /** When all of them are there again, by our clock; null where the answer does not say. */
  readonly resetAt: Date | null;
  /** Before when nothing may be asked, by our clock; null when it may be asked at once. */
  readonly notBefore: Date | null;
};
