/** What an answer says of a limit, in the headers that GitHub uses and some proxies copy. */
export type SaidLimit = {
  limit?: number;
  remaining: number;
  /** From the forge's now; below 0 is in the past. */
  resetInSeconds: number;
  resource?: string;
};

type FailureStatus = 401 | 403 | 429 | 500 | 502 | 503 | 504;

/** What goes wrong with one request. The right answer still comes after `delay`, `slow-body` and `gzip`, and beside `skew`. */
export type Fault =
  /** A failure; its body is a proxy's page unless `body` says JSON. */
  | {
      kind: "status";
      status: FailureStatus;
      retryAfterSeconds?: number;
      limit?: SaidLimit;
      body?: "html" | "json";
    }
  /** The right answer with what is left of a limit. */
  | { kind: "limit"; limit: SaidLimit }
  /** 401, as when a token ran out between two requests. */
  | { kind: "token-expired" }
  /** Half of the body, with 200 and a length that fits it. */
  | { kind: "truncate" }
  /** The connection closes before the first byte. */
  | { kind: "hang-up" }
  /** The connection is reset in the middle of the body. */
  | { kind: "reset" }
  /** `Content-Length` is off by so many bytes; it says more when above 0. */
  | { kind: "wrong-length"; by: number }
  /** The whole body in gzip, or only its first half. */
  | { kind: "gzip"; cut?: boolean }
  /** 301 to the address that was asked. */
  | { kind: "redirect-loop" }
  /** 200 with a page for people. */
  | { kind: "html" }
  /** The page before the one that was asked, once more; only where pages are numbered. */
  | { kind: "duplicate-page" }
  /** The rows as they were so many requests, or seconds of the forge's clock, ago. */
  | { kind: "stale"; requests?: number; seconds?: number }
  /** `Date` is off by so many seconds. */
  | { kind: "skew"; seconds: number }
  /** The headers come late. */
  | { kind: "delay"; delayMs: number }
  /** The headers come at once and the body in pieces, so late in all. */
  | { kind: "slow-body"; delayMs: number; pieces?: number };

export type FaultKind = Fault["kind"];

export type FaultedRequest = {
  method: string;
  path: string;
  query: URLSearchParams;
  endpoint: string;
  body: string;
};

/** Decides the fault of the nth request, counted from 1 over the server's life; null is none. */
export type Faults = (request: FaultedRequest, nth: number) => Fault | null;

/** Whether the forge itself never saw the request, so that a write has not happened. */
export function refuses(fault: Fault | null): boolean {
  if (fault?.kind === "status") return fault.status < 500 || fault.status === 503;
  return ["token-expired", "redirect-loop", "html"].includes(fault?.kind ?? "");
}
