/** How a version lists runs: in Gitea's shape, in Forgejo's, or only the jobs that runners took; null where not at all. */
export type RunsBy = "runs" | "forgejo" | "tasks" | null;

/** What one server can do, as far as its version tells. */
export type Abilities = {
  readonly version: string;
  readonly isForgejo: boolean;
  /** Rows of a page at most. */
  readonly pageMax: number;
  /** Rows of a page of pull requests at most; fewer where such a list costs the forge much. */
  readonly pullsMax: number;
  readonly runs: RunsBy;
  /** Whether runs can be asked for without the pull requests of each, which cost the forge a question a run. */
  readonly leansRuns: boolean;
  /** Whether each step of a job is told by itself; before 1.27 every step is said to stand as its whole job does. */
  readonly tellsSteps: boolean;
  /** Whether many files may come with one request; null where only trying tells. */
  readonly batches: boolean | null;
  /** Whether it may send a webhook for a status and for a run. */
  readonly sendsChecks: boolean;
};

// The lists of older ones compare two commits for every row. Source: the study, 1.1 and 1.8.
const SLOW_LIST_MAX = 20;

/**
 * What a version can do; one that cannot be read is taken for the newest, and what it lacks then shows
 * by trying. Source: the published descriptions of the versions, and the study's table 1.1.
 */
export function abilitiesOf(version: string, pageMax: number): Abilities {
  const isForgejo = version.includes("+gitea-");
  const number = numberOf(version);
  const isFrom = (...from: readonly number[]) => number === null || compare(number, from) >= 0;
  const runs = runsBy(isForgejo, isFrom);
  const isSlow = !isForgejo && !isFrom(1, 23, 6);
  return {
    version,
    isForgejo,
    pageMax,
    pullsMax: isSlow ? Math.min(SLOW_LIST_MAX, pageMax) : pageMax,
    runs,
    leansRuns: runs === "runs" && isFrom(1, 27),
    tellsSteps: runs === "runs" && isFrom(1, 27),
    batches: isForgejo || !isFrom(1, 24) ? false : null,
    sendsChecks: !isForgejo && isFrom(1, 25),
  };
}

function runsBy(isForgejo: boolean, isFrom: (...from: readonly number[]) => boolean): RunsBy {
  if (isForgejo) return isFrom(12) ? "forgejo" : "tasks";
  if (isFrom(1, 25)) return "runs";
  return isFrom(1, 23) ? "tasks" : null;
}

const NUMBER = /^v?(\d{1,6})(?:\.(\d{1,6}))?(?:\.(\d{1,6}))?/;

function numberOf(version: string): readonly number[] | null {
  const found = NUMBER.exec(version);
  return found && found.slice(1).map((part) => Number(part ?? 0));
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = other.findIndex((part, index) => part !== (one[index] ?? 0));
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
