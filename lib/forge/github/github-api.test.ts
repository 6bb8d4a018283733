import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { githubForge } from "./github-forge.ts";

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const KEY = JSON.stringify({ appId: 12, installationId: 34, privateKey: pem });

/** A forge that answers as told by the path, the token and the body. */
async function serving(answer: (asked: { url: string; token: string; body: string }) => object) {
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of request) chunks.push(chunk as Uint8Array);
      const body = Buffer.concat(chunks).toString();
      const { url = "", headers } = request;
      const told = answer({ url, token: headers.authorization ?? "", body });
      response.end(JSON.stringify(told));
    })();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    async [Symbol.asyncDispose](): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** A forge that counts nothing in a repository, and gives tokens that live for so long. */
async function givingTokens(livesForMs: number) {
  const asked: string[] = [];
  let given = 0;
  const site = await serving(({ url, token }) => {
    asked.push(`${url} ${token.replace(/\..*/, "…")}`);
    const expires_at = new Date(Date.now() + livesForMs).toISOString();
    if (url.endsWith("/access_tokens")) return { token: `ghs_${(given += 1)}`, expires_at };
    const none = { totalCount: 0 };
    return { data: { repository: { issues: none, pullRequests: none } } };
  });
  const forge = githubForge({ url: site.url, token: KEY, waitFirstMs: 0 });
  return { asked, forge, [Symbol.asyncDispose]: () => site[Symbol.asyncDispose]() };
}

const TOKENS =
  "/api/v3/app/installations/34/access_tokens Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9…";

test("an app's key asks with a token of its installation, which is used as long as it lives", async () => {
  await using site = await givingTokens(3_600_000);
  await site.forge.counts("o/r");
  await site.forge.counts("o/r");
  expect(site.asked).toEqual([TOKENS, "/api/graphql Bearer ghs_1", "/api/graphql Bearer ghs_1"]);
  expect(site.forge.requests()).toBe(3);
});

test("and with another one when it ends, counting every request", async () => {
  await using site = await givingTokens(60_000);
  await site.forge.counts("o/r");
  await site.forge.counts("o/r");
  expect(site.asked).toEqual([
    TOKENS,
    "/api/graphql Bearer ghs_1",
    TOKENS,
    "/api/graphql Bearer ghs_2",
  ]);
  expect(site.forge.requests()).toBe(4);
});

test("a key that is not whole is told when the forge is opened", () => {
  expect(() => githubForge({ url: "https://github.com", token: "{}" })).toThrow(/key is not whole/);
});

test("a token that may not read organisations is asked without teams, from then on", async () => {
  const asked: boolean[] = [];
  await using site = await serving(({ body }) => {
    const hasTeam = body.includes("on Team");
    asked.push(hasTeam);
    if (!hasTeam) return { data: { repository: { p7: null } } };
    const message = "The 'combinedSlug' field requires one of the following scopes: ['read:org']";
    return { errors: [{ type: "INSUFFICIENT_SCOPES", message }] };
  });
  const forge = githubForge({ url: site.url, token: "ghp_1", waitFirstMs: 0 });
  for (let times = 0; times < 2; times += 1) {
    const answers = [];
    for await (const answer of forge.reviews("o/r", [7])) answers.push(answer);
    expect(answers).toMatchObject([{ number: 7, reviews: { known: false } }]);
  }
  expect(asked).toEqual([true, false, false]);
});
