import { type Answer, answerJson } from "../../answer.ts";
import { remainingOf } from "../limits.ts";
import type { Quota } from "../skin.ts";
import type { SiteCall } from "./call.ts";
import { shapeUser } from "./shape-user.ts";

/** Who asks. A classic token hears what it may do. */
export function answerUser(call: SiteCall): Answer {
  const headers: Record<string, string> =
    call.skin.token === "classic" ? { "x-oauth-scopes": "repo, read:org" } : {};
  return answerJson({ ...shapeUser(call, call.store.viewer), name: null, email: null }, headers);
}

/** What is known of the server; only an Enterprise Server names its version. */
export function answerMeta({ skin }: SiteCall): Answer {
  return answerJson({
    verifiable_password_authentication: false,
    ...(skin.enterprise === null ? {} : { installed_version: skin.enterprise }),
  });
}

export function answerRateLimit({ skin }: SiteCall): Answer {
  const core = shapeQuota(skin.rest, "core");
  const graphql = shapeQuota(skin.graphql, "graphql");
  return answerJson({ resources: { core, graphql }, rate: core });
}

function shapeQuota(quota: Quota, resource: string) {
  return {
    limit: quota.limit,
    used: Math.min(quota.used, quota.limit),
    remaining: remainingOf(quota),
    reset: Date.parse(quota.resetAt) / 1000,
    resource,
  };
}
