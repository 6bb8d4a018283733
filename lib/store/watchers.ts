import { db } from "./db.ts";

/** Where it is told that something of the syncs changed. */
export const SYNC_CHANNEL = "gateline_sync";

/** Tells every process that somebody may watch the syncs in; it says only that there is something new to read. */
export async function tellWatchers(): Promise<void> {
  await db.$executeRaw`select pg_notify(${SYNC_CHANNEL}, '')`;
}
