import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Answer, answerError } from "./answer.ts";
import { type Faults, sendWithFault } from "./faults.ts";
import { answerGitea } from "./gitea/answer-gitea.ts";
import { createRequestLog, type RequestLog } from "./request-log.ts";
import type { FakeStore } from "./store.ts";

export type ServeOptions = {
  store: FakeStore;
  port?: number;
  host?: "127.0.0.1";
  /** When set, every request must carry it. */
  token?: string;
  pageMax?: number;
  treePageMax?: number;
  faults?: Faults;
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
  const { log, record } = createRequestLog();
  const scripted = new Map<number, (() => void)[]>();
  let received = 0;

  const server = createServer((request, response) => {
    void (async () => {
      const nth = ++received;
      const body = await readBody(request);
      const url = new URL(request.url ?? "/", "http://fake.invalid");
      const method = request.method ?? "GET";
      for (const change of scripted.get(nth) ?? []) change();
      // Clients take the forge's time from here, so it must be the clock of the rows.
      response.setHeader("Date", new Date(options.store.clock.now()).toUTCString());
      const { endpoint, answer } = answerSafely(options, { request, url, method, body });
      record({ method, path: url.pathname, query: url.search, endpoint });
      const asked = { method, path: url.pathname, query: url.searchParams, endpoint };
      await sendWithFault(response, { answer, fault: options.faults?.(asked, nth) ?? null });
    })().catch(() => response.destroy());
  });

  await listen(server, { port: options.port ?? 0, host: options.host ?? "127.0.0.1" });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests: log,
    onRequest: (nth, change) => scripted.set(nth, [...(scripted.get(nth) ?? []), change]),
    close: () => close(server),
  };
}

type Asked = { request: IncomingMessage; url: URL; method: string; body: string };

function answerSafely(options: ServeOptions, { request, url, method, body }: Asked) {
  const endpoint = `${method} ${url.pathname}`;
  const { rootUrl } = options.store;
  if (options.token && !isAuthorized(request.headers.authorization, options.token)) {
    return { endpoint, answer: refused(rootUrl) };
  }
  try {
    const { store, pageMax = 50, treePageMax = 1000 } = options;
    return answerGitea({ store, url, method, body, pageMax, treePageMax });
  } catch (error) {
    const message = error instanceof Error ? error.message : "unknown failure";
    return { endpoint, answer: answerError({ status: 500, message, rootUrl }) };
  }
}

function isAuthorized(header: string | undefined, token: string): boolean {
  return header === `token ${token}` || header === `Bearer ${token}`;
}

function refused(rootUrl: string): Answer {
  return answerError({ status: 401, message: "invalid username, password or token", rootUrl });
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString("utf8");
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
