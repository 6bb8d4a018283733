/** How much of an hour's allowance is used, by the clock of the store. */
export type Quota = { limit: number; used: number; resetAt: string };

export type GithubPermission =
  | "actions"
  | "administration"
  | "checks"
  | "contents"
  | "issues"
  | "pull_requests"
  | "statuses";

/** How the store answers as GitHub, and what it refuses. Tests change it in place. */
export type FakeGithub = {
  /** The version of an Enterprise Server; null is github.com, which names none. */
  enterprise: string | null;
  /** One that lacks a right hears 403 with the right's name; a classic one hears 404. */
  token: "fine-grained" | "classic";
  refused: GithubPermission[];
  rest: Quota;
  graphql: Quota;
  /** The word of the error when the points are used up: both were seen. */
  limitWord: "RATE_LIMITED" | "RATE_LIMIT";
  /** Everything is refused until then; not every such answer says how long to wait. */
  secondary: { until: string; retryAfterSeconds: number | null } | null;
  /** A query that could give more rows than these runs into the server's timeout; null is none. */
  timesOutAboveRows: number | null;
  /** A query that does give more rows gets the rest as errors; null is none. */
  rowsMax: number | null;
  /** Fields of pull requests that fail while their neighbours answer. */
  broken: { number: number; field: string }[];
  /** Entries after which a tree is cut. */
  treeMax: number;
};

/** A skin that refuses nothing and has its whole allowance. */
export function githubSkin(now: string, changed: Partial<FakeGithub> = {}): FakeGithub {
  const resetAt = hourAfter(now);
  return {
    enterprise: null,
    token: "fine-grained",
    refused: [],
    rest: { limit: 5000, used: 0, resetAt },
    graphql: { limit: 5000, used: 0, resetAt },
    limitWord: "RATE_LIMITED",
    secondary: null,
    timesOutAboveRows: null,
    rowsMax: null,
    broken: [],
    treeMax: 100_000,
    ...changed,
  };
}

export function hourAfter(now: string): string {
  return new Date(Date.parse(now) + 3_600_000).toISOString().replace(".000Z", "Z");
}
