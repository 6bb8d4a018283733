import type { FakeStore } from "../store.ts";
import { hourAfter, type Quota } from "./skin.ts";

/** Begins a new hour where the old one is over. */
export function renew(quota: Quota, { clock }: FakeStore): void {
  const now = clock.now();
  if (Date.parse(now) < Date.parse(quota.resetAt)) return;
  quota.used = 0;
  quota.resetAt = hourAfter(now);
}

export const remainingOf = ({ limit, used }: Quota): number => Math.max(0, limit - used);

/** What every answer says of the allowance it was taken from. */
export function limitHeaders(quota: Quota, resource: "core" | "graphql"): Record<string, string> {
  return {
    "x-ratelimit-limit": String(quota.limit),
    "x-ratelimit-remaining": String(remainingOf(quota)),
    "x-ratelimit-used": String(Math.min(quota.used, quota.limit)),
    "x-ratelimit-reset": String(Date.parse(quota.resetAt) / 1000),
    "x-ratelimit-resource": resource,
  };
}
