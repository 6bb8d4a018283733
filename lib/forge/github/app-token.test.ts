import { createVerify, generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import type { HttpClient } from "../http.ts";
import { isAppKey, tokenOfApp } from "./app-token.ts";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const KEY = JSON.stringify({ appId: 12, installationId: "34", privateKey: pem });

/** A forge that gives tokens which live for so long. */
function givingTokens(livesForMs: number) {
  const asked: { authorization: string | null; path: string }[] = [];
  const open = (authorization: string | null): HttpClient => {
    let requests = 0;
    return {
      async query(path) {
        requests += 1;
        asked.push({ authorization, path });
        const expires_at = new Date(Date.now() + livesForMs).toISOString();
        const headers = { get: () => null };
        return { status: 201, body: { token: `ghs_${asked.length}`, expires_at }, headers };
      },
      get: () => Promise.reject(new Error("asked by GET")),
      text: () => Promise.reject(new Error("asked for a text")),
      requests: () => requests,
    };
  };
  return { asked, place: { open, rest: "/v3" } };
}

test("a token of the installation is asked for once and used until shortly before its end", async () => {
  const { asked, place } = givingTokens(3_600_000);
  const credential = tokenOfApp(KEY, place);
  const both = await Promise.all([credential.authorization(), credential.authorization()]);
  expect([...both, await credential.authorization()]).toEqual(Array(3).fill("Bearer ghs_1"));
  expect(asked.map(({ path }) => path)).toEqual(["/v3/app/installations/34/access_tokens"]);
  expect(credential.requests()).toBe(1);
});

test("one that is about to end is renewed", async () => {
  const { place } = givingTokens(4 * 60_000);
  const credential = tokenOfApp(KEY, place);
  await credential.authorization();
  expect(await credential.authorization()).toBe("Bearer ghs_2");
});

test("the app says who it is, signed with its key, for less than ten minutes", async () => {
  const { asked, place } = givingTokens(3_600_000);
  await tokenOfApp(KEY, place).authorization();
  const [head = "", body = "", signature = ""] = (asked[0]?.authorization ?? "")
    .replace("Bearer ", "")
    .split(".");
  const verify = createVerify("RSA-SHA256").update(`${head}.${body}`);
  expect(verify.verify(publicKey, signature, "base64url")).toBe(true);
  const claim = JSON.parse(Buffer.from(body, "base64url").toString()) as Record<string, number>;
  expect(claim).toMatchObject({ iss: "12" });
  expect((claim.exp ?? 0) - (claim.iat ?? 0)).toBeLessThan(600);
});

test.each([
  ["no JSON", "{appId: 1}"],
  ["no key", JSON.stringify({ appId: 1, installationId: 2 })],
  ["a key that is none", JSON.stringify({ appId: 1, installationId: 2, privateKey: "s3cret" })],
  [
    "an id that leads elsewhere",
    JSON.stringify({ appId: 1, installationId: "2/..", privateKey: pem }),
  ],
])("an app's key with %s is told, and not shown", (_what, text) => {
  const { place } = givingTokens(1);
  const open = () => tokenOfApp(text, place);
  expect(open).toThrow(/The app's key is not whole/);
  expect(open).not.toThrow(/s3cret/);
});

test.each([
  ["ghp_abc", false],
  ['  {"appId": 1}', true],
])("%s is an app's key: %s", (token, expected) => {
  expect(isAppKey(token)).toBe(expected);
});
