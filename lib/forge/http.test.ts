import type { RequestListener } from "node:http";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import type { Faults } from "#/lib/fake/faults.ts";
import { sample2615 } from "#/lib/fake/sample-2615/sample-2615.ts";
import { serveFake } from "#/lib/fake/serve.ts";
import { client, failureOf, fake, listen, TOKEN } from "./http/testing/asked-forge.ts";

describe("what is tried again", () => {
  const faults: readonly (readonly [string, ReturnType<Faults>])[] = [
    ["429, too many requests", { kind: "status", status: 429 }],
    ["500", { kind: "status", status: 500 }],
    ["502 from a proxy", { kind: "status", status: 502 }],
    ["503 with a page of a proxy", { kind: "status", status: 503 }],
    ["504", { kind: "status", status: 504 }],
    ["a body that ends in its middle", { kind: "truncate" }],
    ["a body that is shorter than it was said to be", { kind: "wrong-length", by: 9 }],
    ["a connection that breaks in the middle of a body", { kind: "reset" }],
    ["a body that was packed and cut", { kind: "gzip", cut: true }],
    ["200 with a page for people", { kind: "html" }],
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
    expect(error.message).toMatch(/Try again later|Check the address|goes on by itself/);
    expect(forge.requests.total()).toBe(5);
  });

  test("a forge that does not answer in time", async () => {
    const url = await listen(() => {});
    const http = client(url, null, { timeoutMs: 20 });
    const error = await failureOf(http.get("/version"));
    expect(error.message).toMatch(/no answer to \/version.*timeout/);
    expect(http.requests()).toBe(5);
  });

  test("nobody who listens", async () => {
    const forge = await serveFake({ store: sample2615() });
    await forge.close();
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
