import { request as httpRequest } from "node:http";
import { gunzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { change } from "./change.ts";
import type { Fault, FaultedRequest, Faults } from "./faults.ts";
import { seededFaults } from "./seeded-faults.ts";
import { type FakeServer, type ServeOptions, serveFake } from "./serve.ts";
import { tinyStore } from "./testing/tiny-store.ts";

const running: FakeServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function start(options: Partial<ServeOptions> = {}) {
  const { store, repository } = tinyStore();
  const ground = { store, repository };
  for (let nth = 1; nth <= 7; nth += 1) {
    store.clock.advance(60);
    change.openIssue(ground, { author: "ben", title: `Fault ${nth}` });
  }
  const server = await serveFake({ store, ...options });
  running.push(server);
  const address = `${server.url}/api/v1/repos/acme/shop`;
  const ask = (path = "/issues?state=all", init: RequestInit = {}) =>
    fetch(`${address}${path}`, { redirect: "manual", ...init });
  const numbers = async (path?: string) => {
    const rows = (await (await ask(path)).json()) as { number: number }[];
    return rows.map(({ number }) => number);
  };
  return { store, repository, ground, server, ask, numbers, address };
}

/** The fault for the first request alone. */
const once =
  (fault: Fault): Faults =>
  (_, nth) =>
    nth === 1 ? fault : null;

const whole = [7, 6, 5, 4, 3, 2, 1];

describe("a failure", () => {
  test.each<[string, Fault, number, Record<string, string | null>]>([
    [
      "a limit that ends in a minute",
      {
        kind: "status",
        status: 403,
        body: "json",
        limit: { remaining: 0, resetInSeconds: 60 },
      },
      403,
      { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1777882080", "retry-after": null },
    ],
    [
      "a limit that ended a minute ago",
      { kind: "status", status: 429, limit: { remaining: 0, resetInSeconds: -60 } },
      429,
      { "x-ratelimit-reset": "1777881960", "retry-after": null },
    ],
    [
      "a limit that says how long to wait",
      { kind: "status", status: 429, retryAfterSeconds: 7 },
      429,
      { "retry-after": "7", "x-ratelimit-reset": null },
    ],
    [
      "a proxy's page",
      { kind: "status", status: 503 },
      503,
      { "content-type": "text/html; charset=utf-8" },
    ],
    [
      "a token that ran out",
      { kind: "token-expired" },
      401,
      { "content-type": "application/json;charset=utf-8" },
    ],
    ["a page for people", { kind: "html" }, 200, { "content-type": "text/html; charset=utf-8" }],
    [
      "a way that leads to itself",
      { kind: "redirect-loop" },
      301,
      { location: "/api/v1/repos/acme/shop/issues?state=all" },
    ],
  ])("%s comes once, and then the answer", async (_, fault, status, headers) => {
    const { ask, numbers } = await start({ faults: once(fault) });
    const failed = await ask();
    expect(failed.status).toBe(status);
    for (const [name, value] of Object.entries(headers))
      expect(failed.headers.get(name)).toBe(value);
    expect(await numbers()).toEqual(whole);
  });

  test.each<[string, Fault]>([
    ["half of a body that says it is whole", { kind: "truncate" }],
    ["a connection that closes at once", { kind: "hang-up" }],
    ["a connection that is reset in the middle", { kind: "reset" }],
    ["a length that promises more", { kind: "wrong-length", by: 10 }],
    ["a length that cuts the end", { kind: "wrong-length", by: -10 }],
    ["half of a packed body", { kind: "gzip", cut: true }],
  ])("%s cannot be read, and the next answer can", async (_, fault) => {
    const { ask, numbers } = await start({ faults: once(fault) });
    await expect(ask().then((response) => response.json())).rejects.toThrow();
    expect(await numbers()).toEqual(whole);
  });

  test("a loop never ends for those who follow it", async () => {
    const { ask } = await start({ faults: () => ({ kind: "redirect-loop" }) });
    await expect(ask(undefined, { redirect: "follow" })).rejects.toThrow();
  });
});

describe("beside a right answer", () => {
  test("it is packed", async () => {
    const { address, numbers } = await start({
      faults: (_, nth) => (nth < 3 ? { kind: "gzip" } : null),
    });
    const packed = await new Promise<Buffer>((resolve, reject) => {
      httpRequest(`${address}/issues?state=all`, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => resolve(Buffer.concat(chunks)));
      })
        .on("error", reject)
        .end();
    });
    expect(JSON.parse(gunzipSync(packed).toString())).toHaveLength(7);
    expect(await numbers()).toEqual(whole);
  });

  test("its clock is wrong, or it says what is left of a limit", async () => {
    const { ask } = await start({
      faults: (_, nth) =>
        nth === 1
          ? { kind: "skew", seconds: 300 }
          : { kind: "limit", limit: { remaining: 41, resetInSeconds: 5, resource: "graphql" } },
    });
    const skewed = await ask();
    expect([skewed.status, skewed.headers.get("date")]).toEqual([
      200,
      "Mon, 04 May 2026 08:12:00 GMT",
    ]);
    const { headers } = await ask();
    expect(
      ["remaining", "resource", "used"].map((name) => headers.get(`x-ratelimit-${name}`)),
    ).toEqual(["41", "graphql", "4959"]);
  });

  test.each<[string, Partial<ServeOptions>]>([
    ["its headers are late", { faults: () => ({ kind: "delay", delayMs: 20 }) }],
    ["its body comes in pieces", { faults: () => ({ kind: "slow-body", delayMs: 20, pieces: 3 }) }],
    ["all are late", { latencyMs: 20 }],
  ])("%s and it is whole", async (_, options) => {
    const { numbers } = await start(options);
    expect(await numbers()).toEqual(whole);
  });
});

describe("what is read", () => {
  test("a page comes twice, and the one that was asked is lost", async () => {
    const { numbers } = await start({
      faults: ({ query }, nth) =>
        query.get("page") === "2" && nth < 3 ? { kind: "duplicate-page" } : null,
    });
    const path = "/issues?state=all&limit=3&page=";
    expect(await numbers(`${path}1`)).toEqual([7, 6, 5]);
    expect(await numbers(`${path}2`)).toEqual([7, 6, 5]);
    expect(await numbers(`${path}2`)).toEqual([4, 3, 2]);
  });

  test("a replica shows a row late and another as it was, by requests or by seconds", async () => {
    let fault: Fault | null = null;
    const { ground, store, ask, numbers } = await start({ faults: () => fault });
    const titleOf1 = async () =>
      ((await (await ask("/issues/1")).json()) as { title: string }).title;
    await ask();
    store.clock.advance(10);
    change.openIssue(ground, { author: "ben", title: "Fault 8" });
    change.retitle({ ...ground, number: 1 }, "Another");
    fault = { kind: "stale", requests: 1 };
    expect(await numbers()).toEqual(whole);
    expect(await numbers()).toEqual([8, ...whole]);
    store.clock.advance(4);
    fault = { kind: "stale", seconds: 5 };
    expect([await numbers(), await titleOf1()]).toEqual([whole, "Fault 1"]);
    store.clock.advance(1);
    expect([await numbers(), await titleOf1()]).toEqual([[8, ...whole], "Another"]);
  });

  test("a write is never put to the replica, and one that is refused has not happened", async () => {
    let fault: Fault | null = { kind: "stale", requests: 5 };
    const { ask, repository } = await start({ faults: () => fault });
    const post = (title: string) =>
      ask("/issues", { method: "POST", body: JSON.stringify({ title }) }).catch(() => null);
    await post("By a replica");
    for (const refusing of [
      { kind: "status", status: 429 },
      { kind: "status", status: 503 },
      { kind: "token-expired" },
      { kind: "html" },
    ] as const) {
      fault = refusing;
      await post("Refused");
    }
    fault = { kind: "hang-up" };
    await post("Its answer is lost");
    expect(repository.issues.slice(7).map(({ title }) => title)).toEqual([
      "By a replica",
      "Its answer is lost",
    ]);
  });

  test("a poisoned row spoils every answer that holds it, even the one that holds nothing else", async () => {
    const poison = [{ repository: "acme/shop", number: 4 }];
    const { ask, numbers, ground } = await start({ poison });
    change.openIssue(ground, { author: "ben", title: 'no poison: {"number":4,' });
    expect((await ask()).status).toBe(500);
    expect((await ask("/issues?state=all&limit=1&page=5")).status).toBe(500);
    expect((await ask("/issues/4")).status).toBe(500);
    expect(await numbers("/issues?state=all&limit=4&page=1")).toEqual([8, 7, 6, 5]);
    expect(await numbers("/issues?state=all&limit=1&page=6")).toEqual([3]);
    poison.pop();
    expect((await ask()).status).toBe(200);
  });

  test("a poisoned comment spoils the lists of comments that hold it", async () => {
    const poison = [{ repository: "acme/shop", comment: 2 }];
    const { ask, ground } = await start({ poison });
    for (const body of ["One", "Two", "Three"]) {
      change.comment({ ...ground, number: 1 }, { author: "ben", body });
    }
    const status = async (path: string) => (await ask(path)).status;
    expect(await status("/issues/comments")).toBe(500);
    const each = [1, 2, 3].map((page) => status(`/issues/comments?limit=1&page=${page}`));
    expect(await Promise.all(each)).toEqual([200, 500, 200]);
    expect([await status("/issues/comments/2"), await status("/issues/1")]).toEqual([500, 200]);
  });

  test("what changes before a request is in its answer", async () => {
    const tiny = tinyStore();
    const server = await serveFake({
      store: tiny.store,
      beforeRequest: (nth) => {
        if (nth > 1) change.openIssue(tiny, { author: "ben", title: `Fault ${nth}` });
      },
    });
    running.push(server);
    const count = async () => {
      const response = await fetch(`${server.url}/api/v1/repos/acme/shop/issues`);
      return response.headers.get("x-total-count");
    };
    expect([await count(), await count(), await count()]).toEqual(["0", "1", "2"]);
  });

  test("a poisoned row can spoil one kind of list alone", async () => {
    const { ask } = await start({
      poison: [{ repository: "acme/shop", number: 4, only: "/pulls" }],
    });
    expect((await ask()).status).toBe(200);
  });
});

describe("by chance", () => {
  const asked = (page: number): FaultedRequest => ({
    method: "GET",
    path: "/api/v1/repos/acme/shop/issues",
    query: new URLSearchParams({ page: String(page) }),
    endpoint: "GET /repos/{owner}/{repo}/issues",
    body: "",
  });
  const rates = { status: 0.2, reset: 0.1, stale: 0.1, gzip: 0.1 };
  const kinds = (faults: Faults, pages: number[]) =>
    pages.map((page) => faults(asked(page), 0)?.kind);
  const pages = Array.from({ length: 400 }, (_, index) => index % 40);

  test("the seed decides, and about as often as told", () => {
    const first = kinds(seededFaults(5, rates), pages);
    expect(kinds(seededFaults(5, rates), pages)).toEqual(first);
    expect(kinds(seededFaults(6, rates), pages)).not.toEqual(first);
    const share = (kind: string) => first.filter((each) => each === kind).length / first.length;
    expect(share("status")).toBeGreaterThan(0.1);
    expect(share("status")).toBeLessThan(0.3);
    expect(share("reset")).toBeGreaterThan(0.03);
    expect(share("hang-up")).toBe(0);
  });

  test("requests that overtake each other have the same faults", () => {
    const [there, back] = [seededFaults(5, rates), seededFaults(5, rates)];
    const order = Array.from({ length: 40 }, (_, page) => page);
    const forth = kinds(there, order);
    expect(kinds(back, order.toReversed()).toReversed()).toEqual(forth);
  });

  test("no request fails for ever, unless told, and what is spared never fails", () => {
    const again = Array.from({ length: 9 }, () => 1);
    const always = { "hang-up": 1 };
    const spared = kinds(seededFaults(1, always), again).map((kind) => kind === undefined);
    expect(spared).toEqual([false, false, true, false, false, true, false, false, true]);
    expect(kinds(seededFaults(1, always, { inARow: null }), again)).not.toContain(undefined);
    const spare = ({ path }: FaultedRequest) => path.endsWith("/issues");
    expect(kinds(seededFaults(1, always, { spare }), again)).toEqual(again.map(() => undefined));
  });
});

describe("the log", () => {
  test("counts how many were under way at once", async () => {
    const { ask, server } = await start({ latencyMs: 20 });
    await Promise.all([ask(), ask(), ask()].map(async (each) => (await each).text()));
    await (await ask()).text();
    expect([server.requests.greatestConcurrency(), server.requests.total()]).toEqual([3, 4]);
    server.requests.reset();
    await (await ask()).text();
    expect(server.requests.greatestConcurrency()).toBe(1);
  });
});
