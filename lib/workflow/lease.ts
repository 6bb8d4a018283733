import type { Actor } from "#/lib/auth/actor.ts";
import type { Lease } from "#/lib/coverage/policy.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** When a claim that is granted now lapses: the policy gives agents minutes and people days. */
export function leaseEnd(kind: Actor["kind"], now: Date, lease: Lease): Date {
  const { agentMinutes, personDays } = lease;
  return new Date(
    now.getTime() + (kind === "person" ? personDays * DAY_MS : agentMinutes * MINUTE_MS),
  );
}
