import { text } from "node:stream/consumers";
import { afterEach, describe, expect, test, vi } from "vitest";
import { client, failureOf, fake, listen, TOKEN } from "./testing/asked-forge.ts";

describe("a question by POST", () => {
  test("is sent as JSON, counted by what it costs, and tried again", async () => {
    const seen: string[] = [];
    const url = await listen((request, response) => {
      void text(request).then((body) => {
        seen.push(`${request.method} ${request.headers["content-type"]} ${body}`);
        response.writeHead(seen.length === 1 ? 502 : 200).end('{"data":1}');
      });
    });
    const taken: string[] = [];
    const take = async (resource: string, cost: number) => (
      taken.push(`${resource} ${cost}`), null
    );
    const http = client(url, null, { budget: { take, saw: async () => {} } });
    const cost = { resource: "graphql", cost: 3 } as const;
    expect((await http.query("/graphql", { query: "{ a }" }, cost)).body).toEqual({ data: 1 });
    expect(seen).toEqual(Array(2).fill('POST application/json {"query":"{ a }"}'));
    expect(taken).toEqual(["graphql 3", "graphql 3"]);
  });

  test("is not sent on by a redirect, and the new address is told", async () => {
    const url = await listen((_request, response) => {
      response.writeHead(307, { location: "https://forge.example/graphql" }).end();
    });
    const http = client(url, TOKEN);
    const error = await failureOf(http.query("/graphql", {}, { resource: "graphql", cost: 1 }));
    expect(error.code).toBe("failed");
    expect(error.message).toContain("https://forge.example/graphql");
    expect(http.requests()).toBe(1);
  });
});

describe("redirects", () => {
  test("on the same host are followed with the token, up to three", async () => {
    const seen: string[] = [];
    const url = await listen((request, response) => {
      seen.push(`${request.url} ${request.headers.authorization}`);
      const at = Number(request.url?.slice(-1));
      if (at === 3) response.end("{}");
      else response.writeHead(301, { location: `/api/v1/r${at + 1}` }).end();
    });
    const http = client(url, TOKEN);
    expect((await http.get("/r0")).body).toEqual({});
    expect(seen).toEqual([0, 1, 2, 3].map((at) => `/api/v1/r${at} token ${TOKEN}`));
    expect(http.requests()).toBe(4);
  });

  test("to another host lose the token and what else was for the forge", async () => {
    const seen: unknown[] = [];
    const other = await listen((request, response) => {
      seen.push([request.headers.authorization, request.headers["x-own"], request.headers.accept]);
      response.end("{}");
    });
    const url = await listen((_request, response) => {
      response.writeHead(302, { location: `${other}/api/v1/version` }).end();
    });
    await client(url, TOKEN, { headers: { "x-own": "1" } }).get("/version");
    expect(seen).toEqual([[undefined, undefined, "application/json"]]);
  });

  test("that go on at another host do not bring the token there", async () => {
    const seen: (string | undefined)[] = [];
    const other = await listen((request, response) => {
      seen.push(request.headers.authorization);
      if (request.url === "/second") response.end("{}");
      else response.writeHead(302, { location: "/second" }).end();
    });
    const url = await listen((_request, response) => {
      response.writeHead(302, { location: `${other}/first` }).end();
    });
    await client(url, TOKEN).get("/version");
    expect(seen).toEqual([undefined, undefined]);
  });

  test("there and back do not get the token again", async () => {
    const seen: (string | undefined)[] = [];
    let back = "";
    const other = await listen((_request, response) => {
      response.writeHead(302, { location: back }).end();
    });
    const url = await listen((request, response) => {
      seen.push(request.headers.authorization);
      if (request.url === "/api/v1/there") response.end("{}");
      else response.writeHead(302, { location: other }).end();
    });
    back = `${url}/api/v1/there`;
    await client(url, TOKEN).get("/version");
    expect(seen).toEqual([`token ${TOKEN}`, undefined]);
  });

  test("in a circle end after three, and it is said", async () => {
    const forge = await fake({ faults: () => ({ kind: "redirect-loop" }) });
    const error = await failureOf(client(forge.url).get("/version"));
    expect(error.message).toMatch(/one redirect too many/);
    expect(forge.requests.total()).toBe(4);
  });

  test.each([
    ["a file", "file:///etc/passwd"],
    ["a name and a password", "http://a:b@127.0.0.1/"],
    ["nowhere", ""],
  ])("to %s are refused", async (_what, location) => {
    const url = await listen((_request, response) => {
      response.writeHead(301, location === "" ? {} : { location }).end();
    });
    const http = client(url);
    expect((await failureOf(http.get("/version"))).code).toBe("failed");
    expect(http.requests()).toBe(1);
  });
});

describe("a private address", () => {
  afterEach(() => vi.unstubAllEnvs());

  test.each(["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "169.254.169.254", "[::ffff:7f00:1]"])(
    "%s is not asked where the operator does not allow it, and the variable is named",
    async (host) => {
      vi.stubEnv("GATELINE_PRIVATE_ADDRESSES", "none");
      const seen: unknown[] = [];
      const url = await listen((request, response) => {
        seen.push(request.url);
        response.end("{}");
      });
      const http = client(url.replace("127.0.0.1", host));
      const error = await failureOf(http.get("/version"));
      expect(error.code).toBe("invalid");
      expect(error.message).toContain("GATELINE_PRIVATE_ADDRESSES");
      expect([seen, http.requests()]).toEqual([[], 1]);
    },
  );

  test("is not reached by a redirect either", async () => {
    vi.stubEnv("GATELINE_PRIVATE_ADDRESSES", "127.0.0.1");
    const url = await listen((_request, response) => {
      response.writeHead(302, { location: "http://[::1]:8099/latest/meta-data" }).end();
    });
    const error = await failureOf(client(url).get("/version"));
    expect(error.message).toMatch(/^::1 is in a private network/);
  });
});
