import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { giteaForge } from "../gitea-forge.ts";

/** What is answered: a body, text as it stands and all else as JSON; null is a 404, a number another status. */
export type Told = { body: unknown; headers?: Record<string, string> } | number | null;

/** A forge that answers as told, so many rows a page, for what only other versions or other hosts do. */
export async function toldForge(pageMax: number, answer: (url: URL) => Told) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://forge.example");
    asked.push(`${url.pathname.replace("/api/v1", "")}${url.search}`);
    const settings: Told = { body: { max_response_items: pageMax } };
    const given = url.pathname.endsWith("/settings/api") ? settings : (answer(url) ?? 404);
    if (typeof given === "number") {
      response.writeHead(given).end("{}");
      return;
    }
    response.writeHead(200, given.headers ?? {});
    response.end(typeof given.body === "string" ? given.body : JSON.stringify(given.body ?? {}));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    forge: giteaForge({ url: `http://127.0.0.1:${port}`, token: null, waitFirstMs: 0 }),
    async [Symbol.asyncDispose](): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
