import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { log } from "#/lib/log.ts";
import { SYNC_CHANNEL } from "./watchers.ts";

const AGAIN_MS = 2000;

/** Who listens in this process, and what ends the connection behind the last of them. */
type Ear = { readonly watchers: Set<() => void>; readonly closing: AbortController };
const shared = globalThis as typeof globalThis & { gatelineEar?: Ear };

/**
 * Calls `heard` whenever something of the syncs changed, until it is ended: one connection a process, which
 * is opened with the first who watches and closed behind the last. A connection that is lost is opened
 * again, and everybody is called once then, for what was said meanwhile was not heard.
 */
export function watchSyncs(heard: () => void): () => void {
  const ear = (shared.gatelineEar ??= open());
  ear.watchers.add(heard);
  return () => {
    ear.watchers.delete(heard);
    if (ear.watchers.size > 0) return;
    if (shared.gatelineEar === ear) delete shared.gatelineEar;
    ear.closing.abort();
  };
}

function open(): Ear {
  const ear = { watchers: new Set<() => void>(), closing: new AbortController() };
  void listen(ear);
  return ear;
}

async function listen(ear: Ear): Promise<void> {
  const { signal } = ear.closing;
  while (!signal.aborted) {
    await listenOnce(ear).catch((error: unknown) => {
      log.warn({ err: error }, "the connection that tells of syncs was lost");
    });
    await wait(AGAIN_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function listenOnce({ watchers, closing: { signal } }: Ear): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL, keepAlive: true });
  const over = Promise.withResolvers<void>();
  // It may be lost before anybody waits for that; whoever waits hears of it all the same.
  over.promise.catch(() => undefined);
  client.on("error", over.reject);
  client.on("end", over.resolve);
  signal.addEventListener("abort", () => over.resolve(), { once: true });
  const callAll = () => {
    for (const heard of watchers) heard();
  };
  await client.connect();
  try {
    client.on("notification", callAll);
    await client.query(`listen ${SYNC_CHANNEL}`);
    callAll();
    await over.promise;
  } finally {
    await client.end().catch(() => undefined);
  }
}
