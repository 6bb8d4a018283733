type LoggedRequest = {
  method: string;
  path: string;
  query: string;
  endpoint: string;
  kind: "api" | "git";
  points: number;
};

/** Every request the server was sent, in order. `endpoint` is `METHOD /template`. */
export type RequestLog = {
  readonly entries: readonly LoggedRequest[];
  /** Those of the API; git is counted by `git`. */
  total: () => number;
  git: () => number;
  /** What all answers cost of a limit that is counted in points. */
  points: () => number;
  /** How many were under way at once, at most; git too. */
  greatestConcurrency: () => number;
  count: (endpoint: string) => number;
  byEndpoint: () => Record<string, number>;
  reset: () => void;
};

export type LogWriter = {
  log: RequestLog;
  record: (request: LoggedRequest) => void;
  /** Says that a request came; what it returns says that it was answered. */
  begin: () => () => void;
};

/** Makes a log and the functions that write to it. */
export function createRequestLog(): LogWriter {
  const entries: LoggedRequest[] = [];
  let underWay = 0;
  let most = 0;
  const byEndpoint = () => {
    const counts: Record<string, number> = {};
    for (const { endpoint } of entries) counts[endpoint] = (counts[endpoint] ?? 0) + 1;
    return counts;
  };
  const ofKind = (kind: LoggedRequest["kind"]) =>
    entries.filter((entry) => entry.kind === kind).length;
  const log: RequestLog = {
    entries,
    total: () => ofKind("api"),
    git: () => ofKind("git"),
    points: () => entries.reduce((sum, { points }) => sum + points, 0),
    greatestConcurrency: () => most,
    count: (endpoint) => byEndpoint()[endpoint] ?? 0,
    byEndpoint,
    reset: () => {
      entries.length = 0;
      most = underWay;
    },
  };
  const begin = () => {
    underWay += 1;
    most = Math.max(most, underWay);
    let ended = false;
    return () => {
      if (!ended) underWay -= 1;
      ended = true;
    };
  };
  return { log, record: (request) => entries.push(request), begin };
}
