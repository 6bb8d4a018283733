import { readFileSync } from "node:fs";
import { request } from "node:http";
import { expect, test } from "./support/fixtures.ts";

const LISTENING = "0A";

/** A request with headers that a browser would not let a page write. */
function send(
  url: string,
  { method = "GET", headers = {} }: { method?: string; headers?: Record<string, string> },
) {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const { hostname, port, pathname } = new URL(url);
    const sent = request({ hostname, port, path: pathname, method, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => {
        body += text;
      });
      response.once("end", () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.once("error", reject);
    sent.end();
  });
}

test("a stranger's page that points its own name at this machine gets nothing", async ({
  address,
}) => {
  for (const path of ["/", "/p/2615", "/api/v1/sources", "/healthz"]) {
    const answer = await send(`${address}${path}`, { headers: { host: "attacker.example" } });
    expect([path, answer.status]).toEqual([path, 403]);
    expect(answer.body).toContain("answers only to localhost");
  }
});

test("a stranger's page cannot write by way of the operator's browser", async ({ address }) => {
  const url = `${address}/api/v1/gaps/1/claim`;
  const host = new URL(address).host;
  for (const headers of [
    { origin: "https://attacker.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
  ]) {
    const answer = await send(url, {
      method: "POST",
      headers: { host, ...headers },
    });
    expect(answer.status).toBe(403);
    expect(answer.body).toContain("Another site");
  }
});

test("a neighbour on the network cannot reach the server at all", ({ address }) => {
  const port = Number(new URL(address).port).toString(16).toUpperCase().padStart(4, "0");
  const listening = ["/proc/net/tcp", "/proc/net/tcp6"]
    .flatMap((table) => readFileSync(table, "utf8").split("\n"))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => local?.endsWith(`:${port}`) && state === LISTENING)
    .map(([, local]) => local);
  // 127.0.0.1, as the kernel writes it, and no other.
  expect(listening).toEqual([`0100007F:${port}`]);
});
