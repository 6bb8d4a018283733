import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { client, failureOf, listen } from "./testing/asked-forge.ts";

describe("many questions at once", () => {
  /** A forge that counts how many it is asked at the same time. */
  async function counting() {
    const seen = { now: 0, most: 0, answered: 0 };
    const url = await listen((_request, response) => {
      seen.now += 1;
      seen.most = Math.max(seen.most, seen.now);
      setImmediate(() => {
        seen.now -= 1;
        seen.answered += 1;
        response.end("{}");
      });
    });
    return { url, seen };
  }

  test.each([
    [1, 1],
    [4, 4],
  ])("are never more than %i on their way where no more are allowed", async (atOnceMax, most) => {
    const { url, seen } = await counting();
    const http = client(url, null, { atOnceMax });
    await Promise.all(Array.from({ length: 60 }, () => http.get("/version")));
    expect(seen.answered).toBe(60);
    expect(seen.most).toBeLessThanOrEqual(most);
  });

  test("share their turns with every client of the same forge in this process", async () => {
    const { url, seen } = await counting();
    const clients = Array.from({ length: 30 }, () => client(url, null, { atOnceMax: 2 }));
    await Promise.all(clients.map((http) => http.get("/version")));
    expect(seen.most).toBeLessThanOrEqual(2);
  });

  test("are asked one by one where they are counted in points", async () => {
    const { url, seen } = await counting();
    const http = client(url);
    const cost = { resource: "graphql", cost: 1 } as const;
    await Promise.all(Array.from({ length: 20 }, () => http.query("/graphql", {}, cost)));
    expect([seen.answered, seen.most]).toEqual([20, 1]);
  });
});

test("an answer without an end is not read to it", async () => {
  const bomb = gzipSync(Buffer.alloc(70 * 1024 * 1024, " "));
  const url = await listen((_request, response) => {
    response.writeHead(200, { "content-encoding": "gzip" }).end(bomb);
  });
  const http = client(url);
  const error = await failureOf(http.get("/version"));
  expect([error.code, http.requests()]).toEqual(["failed", 1]);
  expect(error.message).toMatch(/more than 64 MB/);
});
