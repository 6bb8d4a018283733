import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { httpClient } from "../http.ts";
import { selfSigned } from "./testing/self-signed.ts";

const folder = mkdtempSync(join(tmpdir(), "gateline-tls-"));
const own = selfSigned("the forge's own");
const seen: (string | undefined)[] = [];
const server = createServer(own, (request, response) => {
  seen.push(request.headers.authorization);
  response.end("{}");
}).listen(0);
await once(server, "listening");
const { port } = server.address() as AddressInfo;

afterEach(() => {
  vi.unstubAllEnvs();
  seen.length = 0;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

const client = (host = "localhost") =>
  httpClient({
    base: `https://${host}:${port}`,
    authorization: "token gto_1",
    waitFirstMs: 0,
  });
const ask = () => client().get("/version");
// Each file has a name of its own, since a file is read once in a process.
let files = 0;
function trust(...certificates: readonly string[]) {
  const file = join(folder, `${(files += 1)}.pem`);
  writeFileSync(file, certificates.join("\n"));
  vi.stubEnv("GATELINE_CA_FILE", file);
}

test("a certificate that nobody trusts gets no token, and the reason is told", async () => {
  const http = client();
  await expect(http.get("/version")).rejects.toThrow(/self-signed certificate.*GATELINE_CA_FILE/);
  expect([seen, http.requests()]).toEqual([[], 1]);
});

test("a file with another certificate does not change that", async () => {
  trust(selfSigned("another").cert);
  await expect(ask()).rejects.toThrow(/self-signed certificate/);
});

test("a file with its certificate among others does", async () => {
  trust(selfSigned("another").cert, own.cert);
  expect((await ask()).status).toBe(200);
  expect(seen).toEqual(["token gto_1"]);
});

test("a trusted certificate of another host is none of this one", async () => {
  trust(own.cert);
  await expect(client("127.0.0.2").get("/version")).rejects.toThrow(/does not match/);
});

test("a file that is not usable is refused before anybody is asked", () => {
  vi.stubEnv("GATELINE_CA_FILE", join(folder, "missing.pem"));
  expect(ask).toThrow(/missing\.pem of GATELINE_CA_FILE is not usable/);
});

test("nobody can turn the check off by the platform's own variable", () => {
  vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
  expect(ask).toThrow(/NODE_TLS_REJECT_UNAUTHORIZED is not usable/);
});
