import { setTimeout as wait } from "node:timers/promises";

/** Longer than this nobody sleeps with a job in hand. */
export const SLEPT_MAX_MS = 5000;
/** A timer may be early by a little. */
const AFTER_MS = 10;

/** How long it is until then, in milliseconds. */
export const waitUntil = (at: Date): number => Math.max(0, at.getTime() - Date.now()) + AFTER_MS;

/** Sleeps; an aborted signal throws its reason. */
export async function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await wait(ms, undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}
