import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Answer } from "./answer.ts";

/** What goes wrong with one request. A delay alone still gives the right answer. */
type Fault =
  | { kind: "status"; status: 403 | 429 | 500 | 502 | 503 | 504; retryAfterSeconds?: number }
  | { kind: "truncate" }
  | { kind: "hang-up" }
  | { kind: "delay"; delayMs: number };

type FaultedRequest = {
  method: string;
  path: string;
  query: URLSearchParams;
  endpoint: string;
};

/** Decides the fault of the nth request, counted from 1 over the server's life; null is none. */
export type Faults = (request: FaultedRequest, nth: number) => Fault | null;

/** Sends the answer as the fault spoils it. */
export async function sendWithFault(
  response: ServerResponse,
  { answer, fault }: { answer: Answer; fault: Fault | null },
): Promise<void> {
  if (fault?.kind === "hang-up") {
    response.destroy();
    return;
  }
  if (fault?.kind === "status") {
    send(response, failure(fault.status, fault.retryAfterSeconds));
    return;
  }
  if (fault?.kind === "truncate") {
    send(response, { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) });
    return;
  }
  if (fault?.kind === "delay") await sleep(fault.delayMs);
  send(response, answer);
}

function failure(status: number, retryAfterSeconds: number | undefined): Answer {
  // A proxy in front of the forge answers these, so the body is its page and not JSON.
  const body = `<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>\n`;
  const headers: Record<string, string> = { "Content-Type": "text/html; charset=utf-8" };
  if (retryAfterSeconds !== undefined) headers["Retry-After"] = String(retryAfterSeconds);
  return { status, headers, body };
}

function send(response: ServerResponse, answer: Answer): void {
  if (response.destroyed) return;
  response.writeHead(answer.status, {
    ...answer.headers,
    "Content-Length": Buffer.byteLength(answer.body),
  });
  response.end(answer.body);
}
