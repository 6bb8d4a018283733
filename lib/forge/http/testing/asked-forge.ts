import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { sample2615 } from "#/lib/fake/sample-2615/sample-2615.ts";
import { type FakeServer, type ServeOptions, serveFake } from "#/lib/fake/serve.ts";
import { ForgeError } from "../../forge-error.ts";
import { type HttpOptions, httpClient } from "../../http.ts";

export const TOKEN = "gto_b16b00b5cafe";

/** The sample's forge, until the test is over. */
export async function fake(options: Partial<ServeOptions>): Promise<FakeServer> {
  const served = await serveFake({ store: sample2615(), ...options });
  onTestFinished(() => served.close());
  return served;
}

/** A server on loopback that answers as it is told, until the test is over. */
export async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A client that does not wait between its tries. */
export const client = (url: string, token: string | null = null, more: Partial<HttpOptions> = {}) =>
  httpClient({
    base: `${url}/api/v1`,
    authorization: token === null ? null : `token ${token}`,
    waitFirstMs: 0,
    ...more,
  });

/** What a question is refused with; an answer is an error. */
export async function failureOf(asked: Promise<unknown>): Promise<ForgeError> {
  const error = await asked.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ForgeError)) throw new Error(`Not refused: ${String(error)}`);
  return error;
}
