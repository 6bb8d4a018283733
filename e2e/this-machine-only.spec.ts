import { request } from "node:http";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { expect, test } from "./support/fixtures.ts";

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

test("a neighbour on the network cannot reach the server at all", async ({ address }) => {
  const outside = Object.values(networkInterfaces())
    .flat()
    .filter((each) => each && !each.internal && each.family === "IPv4");
  for (const each of outside) {
    const error = await new Promise<string>((resolve) => {
      const socket = connect(Number(new URL(address).port), each?.address ?? "");
      socket.once("connect", () => resolve("connected"));
      socket.once("error", (cause) => resolve("code" in cause ? String(cause.code) : "error"));
    });
    expect(error).toBe("ECONNREFUSED");
  }
});
