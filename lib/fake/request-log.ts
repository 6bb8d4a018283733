type LoggedRequest = { method: string; path: string; query: string; endpoint: string };

/** Every request the server was sent, in order. `endpoint` is `METHOD /template`. */
export type RequestLog = {
  readonly entries: readonly LoggedRequest[];
  total: () => number;
  count: (endpoint: string) => number;
  byEndpoint: () => Record<string, number>;
  reset: () => void;
};

/** Makes a log and the function that writes to it. */
export function createRequestLog(): { log: RequestLog; record: (request: LoggedRequest) => void } {
  const entries: LoggedRequest[] = [];
  const byEndpoint = () => {
    const counts: Record<string, number> = {};
    for (const { endpoint } of entries) counts[endpoint] = (counts[endpoint] ?? 0) + 1;
    return counts;
  };
  const log: RequestLog = {
    entries,
    total: () => entries.length,
    count: (endpoint) => byEndpoint()[endpoint] ?? 0,
    byEndpoint,
    reset: () => {
      entries.length = 0;
    },
  };
  return { log, record: (request) => entries.push(request) };
}
