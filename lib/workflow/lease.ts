import type { Actor } from "#/lib/auth/actor.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** When a claim that is granted now lapses: agents hold a gap for 30 minutes, people for five days. */
export function leaseEnd(kind: Actor["kind"], now: Date): Date {
  return new Date(now.getTime() + (kind === "person" ? 5 * DAY_MS : 30 * MINUTE_MS));
}
