import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Asked } from "./answer.ts";
import { answerOf, routed } from "./answer-asked.ts";
import type { Faults } from "./faults.ts";
import type { GitOptions } from "./git/answer-git.ts";
import { createGitMount } from "./git/git-mount.ts";
import { answerGitea } from "./gitea/answer-gitea.ts";
import { answerGithub } from "./github/answer-github.ts";
import type { Poison } from "./poison.ts";
import { createReplica } from "./replica.ts";
import { createRequestLog, type RequestLog } from "./request-log.ts";
import { sendWithFault } from "./send-with-fault.ts";
import type { FakeStore } from "./store.ts";
import { answerWrites } from "./write/answer-writes.ts";

/** The dialects, asked in this order; the last one answers for whatever nobody knows. */
const mounts = [answerWrites, answerGithub, answerGitea] as const;

export type ServeOptions = {
  store: FakeStore;
  port?: number;
  host?: "127.0.0.1";
  /** When set, every request must carry it. */
  token?: string;
  pageMax?: number;
  treePageMax?: number;
  faults?: Faults;
  /** Called before the nth request is answered, counted from 1: whatever it changes, that answer shows. */
  beforeRequest?: (nth: number) => void;
  /** Rows that no answer can hold; looked at anew for each request. */
  poison?: readonly Poison[];
  /** What fetching by git may ask for; absent means everything. */
  git?: Partial<GitOptions>;
  /** How long every answer waits, in milliseconds. */
  latencyMs?: number;
};

export type FakeServer = {
  url: string;
  requests: RequestLog;
  /** Changes the store just before the nth request, counted from 1, is answered. */
  onRequest: (nth: number, change: () => void) => void;
  close: () => Promise<void>;
};

/** Serves the store over HTTP on the loopback address until it is closed. */
export async function serveFake(options: ServeOptions): Promise<FakeServer> {
  const { log, record, begin } = createRequestLog();
  const git = createGitMount(options.git);
  const dialects = [git.mount, ...mounts];
  const scripted = new Map<number, (() => void)[]>();
  const replica = options.faults ? createReplica(options.store) : null;
  let received = 0;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const nth = ++received;
    const asked = await readAsked(options, request);
    for (const change of scripted.get(nth) ?? []) change();
    options.beforeRequest?.(nth);
    replica?.note(nth);
    const found = await routed(dialects, { asked, token: options.token ?? null });
    const { method, url, body } = asked;
    const { endpoint, kind = "api", points = 0 } = found;
    record({ method, path: url.pathname, query: url.search, endpoint, kind, points });
    const faulted = { method, path: url.pathname, query: url.searchParams, endpoint, body };
    const fault = options.faults?.(faulted, nth) ?? null;
    const { poison = [], latencyMs = 0 } = options;
    const answer = await answerOf(dialects, { asked, found, fault, poison, replica, nth });
    await sendWithFault(response, { answer, fault, latencyMs, now: options.store.clock.now() });
  }

  const server = createServer((request, response) => {
    const end = begin();
    response.once("close", end);
    handle(request, response).catch(() => response.destroy());
  });
  await listen(server, { port: options.port ?? 0, host: options.host ?? "127.0.0.1" });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests: log,
    onRequest: (nth, change) => scripted.set(nth, [...(scripted.get(nth) ?? []), change]),
    close: async () => {
      await close(server);
      await git.close();
    },
  };
}

async function readAsked(options: ServeOptions, request: IncomingMessage): Promise<Asked> {
  const { store, pageMax = 50, treePageMax = 1000 } = options;
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  const bytes = Buffer.concat(chunks);
  const headers = Object.entries(request.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(", ") : value,
  ]);
  return {
    store,
    method: request.method ?? "GET",
    url: new URL(request.url ?? "/", "http://fake.invalid"),
    headers: Object.fromEntries(headers),
    body: bytes.toString("utf8"),
    bytes,
    pageMax,
    treePageMax,
  };
}

function listen(server: Server, { port, host }: { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve());
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
