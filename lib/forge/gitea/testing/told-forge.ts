import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Budget } from "../../budget.ts";
import { giteaForge } from "../gitea-forge.ts";
import { forgetServer } from "../know-server.ts";

/** What is answered: a body, text as it stands and all else as JSON; null is a 404, a number another status. */
export type Told = { body: unknown; headers?: Record<string, string> } | number | null;

/** A forge that answers as told, so many rows a page, for what only other versions or other hosts do. */
export async function toldForge(
  pageMax: number,
  answer: (url: URL) => Told,
  { version = "1.27.0", budgetAfter }: { version?: string; budgetAfter?: number } = {},
) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://forge.example");
    asked.push(`${url.pathname.replace("/api/v1", "")}${url.search}`);
    const given = ofServer(url.pathname, pageMax, version) ?? answer(url) ?? 404;
    if (typeof given === "number") {
      response.writeHead(given).end("{}");
      return;
    }
    response.writeHead(200, given.headers ?? {});
    response.end(typeof given.body === "string" ? given.body : JSON.stringify(given.body ?? {}));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  forgetServer(`${url}/api/v1`);
  return {
    asked,
    forge: giteaForge({ url, token: null, waitFirstMs: 0, ...budgetOf(budgetAfter) }),
    async [Symbol.asyncDispose](): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function ofServer(path: string, pageMax: number, version: string): Told {
  // A page size of 0 leaves the settings to the test.
  if (path.endsWith("/settings/api") && pageMax > 0)
    return { body: { max_response_items: pageMax } };
  return path.endsWith("/version") ? { body: { version } } : null;
}

/** One that is used up after so many requests. */
function budgetOf(after: number | undefined): { budget?: Budget } {
  if (after === undefined) return {};
  let left = after;
  const take = async () => {
    left -= 1;
    return left >= 0 ? null : new Date(Date.now() + 3_600_000);
  };
  return { budget: { take, saw: async () => {} } };
}
