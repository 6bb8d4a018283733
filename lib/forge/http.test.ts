import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import type { Faults } from "#/lib/fake/faults.ts";
import { sample2615 } from "#/lib/fake/sample-2615/sample-2615.ts";
import { type FakeServer, type ServeOptions, serveFake } from "#/lib/fake/serve.ts";
import { ForgeError } from "./forge-error.ts";
import { httpClient } from "./http.ts";

const TOKEN = "gto_b16b00b5cafe";
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function fake(options: Partial<ServeOptions>): Promise<FakeServer> {
  const served = await serveFake({ store: sample2615(), ...options });
  closing.push(() => served.close());
  return served;
}

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const client = (url: string, token: string | null = null, waitFirstMs = 0) =>
  httpClient(`${url}/api/v1`, token, waitFirstMs);

async function failureOf(asked: Promise<unknown>): Promise<ForgeError> {
  const error = await asked.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ForgeError)) throw new Error(`Not refused: ${String(error)}`);
  return error;
}

describe("what is tried again", () => {
  const faults: readonly (readonly [string, ReturnType<Faults>])[] = [
    ["429, too many requests", { kind: "status", status: 429 }],
    ["500", { kind: "status", status: 500 }],
    ["502 from a proxy", { kind: "status", status: 502 }],
    ["503 with a page of a proxy", { kind: "status", status: 503 }],
    ["504", { kind: "status", status: 504 }],
    ["a body that ends in its middle", { kind: "truncate" }],
    ["a connection that is hung up", { kind: "hang-up" }],
  ];
  test.each(faults)("%s, four times, and then it answers", async (_what, fault) => {
    const forge = await fake({ faults: (_, nth) => (nth <= 4 ? fault : null) });
    const http = client(forge.url);
    expect((await http.get("/version")).body).toEqual({ version: "1.27.0" });
    expect(http.requests()).toBe(5);
  });

  test.each(faults)("%s, and after the fifth time it is said", async (_what, fault) => {
    const forge = await fake({ faults: () => fault });
    const http = client(forge.url);
    const error = await failureOf(http.get("/version"));
    expect(error.code).toBe("unavailable");
    expect(error.message).toMatch(/Try again later|Check the address/);
    expect(forge.requests.total()).toBe(5);
  });

  test("nobody who listens", async () => {
    const forge = await fake({});
    await forge.close();
    closing.splice(0);
    const http = client(forge.url);
    const error = await failureOf(http.get("/version"));
    expect([error.code, error.status, http.requests()]).toEqual(["unavailable", null, 5]);
  });
});

describe("what is not tried again", () => {
  test.each([
    [403, "forbidden", /does not allow this to the token/],
    [404, "not_found", /Check the name and the token's rights/],
    [401, "forbidden", /Enter a valid one on the sources page/],
    [410, "unavailable", /410/],
    [422, "unavailable", /422/],
  ])("%i: it is %s and says what to do", async (status, code, message) => {
    const url = await listen((_request, response) => response.writeHead(status).end("{}"));
    const http = client(url, TOKEN);
    const error = await failureOf(http.get("/repos/a/b?secret=x"));
    expect(error).toMatchObject({ code, status });
    expect(error.message).toMatch(message);
    expect(error.message).toContain("/repos/a/b");
    expect(http.requests()).toBe(1);
  });
});

describe("how long it waits", () => {
  test("as long as Retry-After says, though its own wait would be shorter", async () => {
    const fault = { kind: "status", status: 429, retryAfterSeconds: 0.2 } as const;
    const forge = await fake({ faults: (_, nth) => (nth === 1 ? fault : null) });
    const began = performance.now();
    await client(forge.url).get("/version");
    expect(performance.now() - began).toBeGreaterThanOrEqual(195);
  });

  test("a Retry-After that is a date falls back to its own wait", async () => {
    let asked = 0;
    const url = await listen((_request, response) => {
      asked += 1;
      response.setHeader("retry-after", "Fri, 12 Jun 2026 18:00:00 GMT");
      response.writeHead(asked === 1 ? 503 : 200).end("{}");
    });
    expect((await client(url).get("/version")).body).toEqual({});
    expect(asked).toBe(2);
  });
});

describe("the token", () => {
  test("is sent as the forge wants it, and not at all where there is none", async () => {
    const seen: (string | undefined)[] = [];
    const url = await listen((request, response) => {
      seen.push(request.headers.authorization);
      response.end("{}");
    });
    await client(url, TOKEN).get("/version");
    await client(url).get("/version");
    expect(seen).toEqual([`token ${TOKEN}`, undefined]);
  });

  test("does not follow a redirect to another host", async () => {
    const seen: (string | undefined)[] = [];
    const other = await listen((request, response) => {
      seen.push(request.headers.authorization);
      response.end("{}");
    });
    const url = await listen((_request, response) => {
      response.writeHead(301, { location: `${other}/api/v1/version` }).end();
    });
    await client(url, TOKEN).get("/version");
    expect(seen).toEqual([undefined]);
  });

  test.each([
    [
      "an answer",
      (_: unknown, response: Parameters<RequestListener>[1]) =>
        response.writeHead(403).end('{"message":"no scope"}'),
    ],
    [
      "a body that is not JSON",
      (_: unknown, response: Parameters<RequestListener>[1]) => response.end("<html>"),
    ],
    ["a broken connection", (request: Parameters<RequestListener>[0]) => request.destroy()],
  ])("stands in no error: %s", async (_what, listener) => {
    const url = await listen(listener);
    const error = await failureOf(client(url, TOKEN).get("/user"));
    const told = `${error.message} ${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`;
    expect(told).not.toContain(TOKEN);
  });

  test.each([
    [
      "an answer that repeats it",
      (response: Parameters<RequestListener>[1]) =>
        response.writeHead(403).end(`{"message":"${TOKEN} has no scope"}`),
    ],
    [
      "a body that is not JSON and repeats it",
      (response: Parameters<RequestListener>[1]) => response.end(`<p>${TOKEN} is wrong`),
    ],
  ])("is struck out of %s", async (_what, answer) => {
    const url = await listen((_request, response) => answer(response));
    const error = await failureOf(client(url, TOKEN).get("/user"));
    expect(error.message).toContain("[token]");
    expect(`${inspect(error, { depth: 9 })} ${error.message}`).not.toContain(TOKEN.slice(0, 9));
  });

  test("with a line break inside is refused without repeating it, and nobody is asked", async () => {
    const http = client("http://127.0.0.1:9", "gto_secret\nsecond");
    const error = await http.get("/user").catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      code: "invalid",
      message: expect.stringMatching(/a sign that no token has/),
    });
    expect(inspect(error, { depth: 9 })).not.toMatch(/secret|second/);
    expect(http.requests()).toBe(0);
  });
});
