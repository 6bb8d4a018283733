import type { FakeDelivery } from "../store.ts";

const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];
const TIMEOUT_MS = { gitea: 5000, github: 10_000 };

/** Posts a delivery to its hook's address, which must be on this machine, and gives the status that came back. */
export async function postDelivery({ hook, headers, body }: FakeDelivery): Promise<number> {
  const { hostname } = new URL(hook.url);
  if (!LOOPBACK.includes(hostname)) {
    throw new Error(`The fake forge posts to this machine alone, not to ${hostname}.`);
  }
  const response = await fetch(hook.url, {
    method: "POST",
    headers,
    body,
    redirect: "manual",
    signal: AbortSignal.timeout(TIMEOUT_MS[hook.dialect]),
  });
  await response.arrayBuffer();
  return response.status;
}
