/** What is left of a limit; `remaining` is null until the forge said, and so is `resetAt`. */
export type Left = {
  readonly remaining: number | null;
  readonly resetAt: Date | null;
  readonly notBefore: Date | null;
};

export type Wanted = {
  /** What the question at hand costs. */
  readonly cost: number;
  /** What is taken at once, so that the next questions need not come here. */
  readonly slice: number;
  /** What must be left for others. */
  readonly reserve: number;
};

/** Either so much was taken, good until its limit begins anew, or when it may be asked for again. */
export type Taken =
  | { readonly given: number; readonly until: Date | null; readonly left: Left }
  | { readonly retryAt: Date };

/**
 * Takes a slice of a limit. What the forge never said is allowed, and a limit whose reset is over is full
 * again, which is as good as unknown until the next answer says how full.
 */
export function takeSlice(left: Left, { cost, slice, reserve }: Wanted, now: Date): Taken {
  const { notBefore, resetAt } = left;
  if (notBefore !== null && notBefore > now) return { retryAt: notBefore };
  const wanted = Math.max(slice, cost);
  if (left.remaining === null || resetAt === null || resetAt <= now) {
    const full = { remaining: null, resetAt: null, notBefore: null };
    return { given: wanted, until: null, left: full };
  }
  const free = left.remaining - reserve;
  if (free < cost) return { retryAt: resetAt };
  const given = Math.min(wanted, free);
  return {
    given,
    until: resetAt,
    left: { remaining: left.remaining - given, resetAt, notBefore: null },
  };
}
