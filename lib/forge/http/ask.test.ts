import { describe, expect, test } from "vitest";
import type { LimitSeen } from "#/lib/facts/limit.ts";
import type { Faults } from "#/lib/fake/faults.ts";
import type { Budget } from "../budget.ts";
import { client, failureOf, fake, listen, TOKEN } from "./testing/asked-forge.ts";

describe("a forge that wants to be left alone", () => {
  /** A budget that keeps what it is told. */
  function noting(): Budget & { readonly told: LimitSeen[]; readonly taken: string[] } {
    const [told, taken]: [LimitSeen[], string[]] = [[], []];
    return {
      told,
      taken,
      async take(resource, cost) {
        taken.push(`${resource} ${cost}`);
        return null;
      },
      async saw(_resource, seen) {
        told.push(seen);
      },
    };
  }

  test("for a moment is asked again after it, and every worker was told", async () => {
    const fault = { kind: "status", status: 429, retryAfterSeconds: 0.05 } as const;
    const forge = await fake({ faults: (_, nth) => (nth === 1 ? fault : null) });
    const budget = noting();
    await client(forge.url, null, { budget }).get("/version");
    expect(budget.told.map(({ notBefore }) => notBefore === null)).toEqual([false, true]);
    expect(budget.taken).toEqual(["rest 1", "rest 1"]);
  });

  const HOUR = 3600;
  const long: readonly (readonly [string, ReturnType<Faults>])[] = [
    ["429 with Retry-After", { kind: "status", status: 429, retryAfterSeconds: HOUR }],
    ["403 with Retry-After", { kind: "status", status: 403, retryAfterSeconds: HOUR }],
    ["503 with Retry-After", { kind: "status", status: 503, retryAfterSeconds: HOUR }],
    [
      "403 with nothing left until a reset",
      { kind: "status", status: 403, limit: { remaining: 0, resetInSeconds: HOUR } },
    ],
  ];
  test.each(long)(
    "for an hour, with %s, is asked once, and the job can be given back",
    async (_what, fault) => {
      const forge = await fake({ faults: () => fault });
      const budget = noting();
      const before = Date.now();
      const error = await failureOf(client(forge.url, TOKEN, { budget }).get("/version"));
      expect(error.code).toBe("unavailable");
      // The forge's own clock is another one by months; whole seconds may be lost on the way.
      const waitMs = (error.retryAt?.getTime() ?? 0) - before;
      expect(waitMs).toBeGreaterThan((HOUR - 2) * 1000);
      expect(waitMs).toBeLessThan((HOUR + 60) * 1000);
      expect(budget.told.map(({ notBefore }) => notBefore)).toEqual([error.retryAt]);
      expect(forge.requests.total()).toBe(1);
    },
  );

  test("is not asked by those who were waiting for their turn either", async () => {
    const fault = { kind: "status", status: 429, retryAfterSeconds: HOUR } as const;
    const forge = await fake({ faults: () => fault });
    let until: Date | null = null;
    const budget: Budget = {
      take: async () => until,
      async saw(_resource, { notBefore }) {
        until = notBefore;
      },
    };
    const http = client(forge.url, null, { budget });
    const errors = await Promise.all(
      Array.from({ length: 20 }, () => failureOf(http.get("/version"))),
    );
    expect(errors.every(({ retryAt }) => retryAt !== null)).toBe(true);
    // Two are on their way before the first answer.
    expect(forge.requests.total()).toBeLessThanOrEqual(2);
  });

  test("is not asked at all while the budget says so", async () => {
    const forge = await fake({});
    const until = new Date(Date.now() + 60_000);
    const budget = { ...noting(), take: async () => until };
    const error = await failureOf(client(forge.url, null, { budget }).get("/version"));
    expect([error.code, error.retryAt, forge.requests.total()]).toEqual(["unavailable", until, 0]);
  });

  test("without saying for how long, to the fifth time, is left alone for a minute", async () => {
    const forge = await fake({ faults: () => ({ kind: "status", status: 429 }) });
    const budget = noting();
    const before = Date.now();
    const error = await failureOf(client(forge.url, null, { budget }).get("/version"));
    expect(error.retryAt?.getTime()).toBeGreaterThanOrEqual(before + 60_000);
    expect(budget.told.at(-1)?.notBefore).toEqual(error.retryAt);
    expect(forge.requests.total()).toBe(5);
  });

  test("and a budget that cannot be kept is no failure of the forge", async () => {
    const forge = await fake({});
    const lost = new Error("The database does not answer.");
    const saw = () => Promise.reject(lost);
    const http = client(forge.url, null, { budget: { take: async () => null, saw } });
    await expect(http.get("/version")).rejects.toBe(lost);
    expect(forge.requests.total()).toBe(1);
  });

  test("with a reset that is over is asked again at once", async () => {
    const limit = { remaining: 0, resetInSeconds: -60 };
    const fault = { kind: "status", status: 429, limit } as const;
    const forge = await fake({ faults: (_, nth) => (nth === 1 ? fault : null) });
    expect((await client(forge.url).get("/version")).status).toBe(200);
  });
});

describe("a question that may be too heavy", () => {
  const asked = async (status: number, tries?: number) => {
    const url = await listen((_request, response) => void response.writeHead(status).end());
    const http = client(url);
    const how = { resource: "graphql", cost: 1, ...(tries !== undefined && { tries }) } as const;
    const error = await failureOf(http.query("/graphql", {}, how));
    return [error.status, http.requests()];
  };

  test.each([
    [502, 2, 2],
    [504, 2, 2],
    [504, 1, 1],
    [504, 9, 5],
    [502, undefined, 5],
    // That the forge is not there now is none of the question's doing.
    [503, 2, 5],
    [500, 2, 5],
  ])("of which %i is said, with %j tries, is asked %i times", async (status, tries, times) => {
    expect(await asked(status, tries)).toEqual([status, times]);
  });
});

describe("a worker that stops", () => {
  const reason = new Error("The worker was stopped.");

  test("ends what is under way and tries nothing again", async () => {
    const stopping = new AbortController();
    const url = await listen(() => stopping.abort(reason));
    const http = client(url, null, { signal: stopping.signal });
    await expect(http.get("/version")).rejects.toBe(reason);
    expect(http.requests()).toBe(1);
  });

  test("does not sleep to the end", async () => {
    const stopping = new AbortController();
    const url = await listen((_request, response) => {
      response.once("close", () => stopping.abort(reason));
      response.writeHead(429, { "retry-after": "4" }).end();
    });
    const http = client(url, null, { signal: stopping.signal });
    await expect(http.get("/version")).rejects.toBe(reason);
  });
});
