import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { type Answer, answerJson } from "./answer.ts";
import type { Fault, SaidLimit } from "./faults.ts";

type Sending = {
  answer: Answer;
  fault: Fault | null;
  latencyMs: number;
  /** The forge's own clock: clients take its time from `Date`, so it must be that of the rows. */
  now: string;
};

/** Sends the answer as the fault spoils it. */
export async function sendWithFault(response: ServerResponse, sending: Sending): Promise<void> {
  const { answer, fault, latencyMs, now } = sending;
  const skew = fault?.kind === "skew" ? fault.seconds * 1000 : 0;
  response.setHeader("Date", new Date(Date.parse(now) + skew).toUTCString());
  const delay = latencyMs + (fault?.kind === "delay" ? fault.delayMs : 0);
  if (delay > 0) await sleep(delay);
  if (response.destroyed) return;
  const replaced = fault && replacement(fault, { now, url: response.req.url ?? "/" });
  if (replaced) return send(response, replaced);
  if (fault) return spoil(response, { answer: bytesOf(answer), fault, now });
  send(response, answer);
}

type Bytes = Answer & { body: Uint8Array };

function bytesOf(answer: Answer): Bytes {
  return { ...answer, body: Buffer.from(answer.body) };
}

/** What comes instead of the answer; null where the answer itself comes, however spoilt. */
function replacement(fault: Fault, { now, url }: { now: string; url: string }): Answer | null {
  if (fault.kind === "status") {
    const { status, retryAfterSeconds, limit, body } = fault;
    const failed = body === "json" ? answerJson({ message: `Failure ${status}` }) : page(status);
    const headers = { ...failed.headers, ...(limit ? limitHeaders(limit, now) : {}) };
    if (retryAfterSeconds !== undefined) headers["Retry-After"] = String(retryAfterSeconds);
    return { ...failed, status, headers };
  }
  if (fault.kind === "token-expired") {
    return { ...answerJson({ message: "token is expired" }), status: 401 };
  }
  if (fault.kind === "redirect-loop") return { status: 301, headers: { Location: url }, body: "" };
  return fault.kind === "html" ? page(200) : null;
}

/** A proxy in front of the forge answers so, with its page and not with JSON. */
function page(status: number): Answer {
  const body = `<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>\n`;
  return { status, headers: { "Content-Type": "text/html; charset=utf-8" }, body };
}

function limitHeaders(said: SaidLimit, now: string): Record<string, string> {
  const reset = Math.floor(Date.parse(now) / 1000) + said.resetInSeconds;
  const limit = said.limit ?? 5000;
  return {
    "x-ratelimit-limit": String(limit),
    "x-ratelimit-remaining": String(said.remaining),
    "x-ratelimit-used": String(Math.max(0, limit - said.remaining)),
    "x-ratelimit-reset": String(reset),
    "x-ratelimit-resource": said.resource ?? "core",
  };
}

type Spoiling = { answer: Bytes; fault: Fault; now: string };

async function spoil(response: ServerResponse, { answer, fault, now }: Spoiling): Promise<void> {
  const { body, headers } = answer;
  const half = body.subarray(0, Math.floor(body.length / 2));
  if (fault.kind === "hang-up") response.destroy();
  else if (fault.kind === "truncate") send(response, { ...answer, body: half });
  else if (fault.kind === "reset") await sendHalf(response, answer);
  else if (fault.kind === "wrong-length") sendLength(response, answer, fault.by);
  else if (fault.kind === "slow-body") await sendSlowly(response, answer, fault);
  else if (fault.kind === "limit") {
    send(response, { ...answer, headers: { ...headers, ...limitHeaders(fault.limit, now) } });
  } else if (fault.kind === "gzip") {
    const packed = gzipSync(body);
    const kept = fault.cut ? packed.subarray(0, Math.floor(packed.length / 2)) : packed;
    send(response, { ...answer, headers: { ...headers, "Content-Encoding": "gzip" }, body: kept });
  } else send(response, answer);
}

async function sendHalf(response: ServerResponse, { status, headers, body }: Bytes): Promise<void> {
  response.writeHead(status, { ...headers, "Content-Length": body.length });
  const half = body.subarray(0, Math.floor(body.length / 2));
  await new Promise<void>((resolve) => {
    response.write(half, () => resolve());
  });
  response.socket?.resetAndDestroy();
}

function sendLength(response: ServerResponse, { status, headers, body }: Bytes, by: number): void {
  const said = Math.max(0, body.length + by);
  // What is left over must not be read as the beginning of the next answer.
  response.writeHead(status, { ...headers, "Content-Length": said, Connection: "close" });
  response.end(body, () => response.socket?.destroySoon());
}

async function sendSlowly(
  response: ServerResponse,
  { status, headers, body }: Bytes,
  { delayMs, pieces = 4 }: { delayMs: number; pieces?: number },
): Promise<void> {
  response.writeHead(status, { ...headers, "Content-Length": body.length });
  const size = Math.max(1, Math.ceil(body.length / pieces));
  for (let from = 0; from < body.length; from += size) {
    await sleep(delayMs / pieces);
    if (response.destroyed) return;
    response.write(body.subarray(from, from + size));
  }
  response.end();
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, "Content-Length": Buffer.byteLength(body) });
  response.end(body);
}
