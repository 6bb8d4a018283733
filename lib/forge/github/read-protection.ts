import { z } from "zod";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import type { ProtectionFact } from "#/lib/facts/protection.ts";
import { isGone, isForbidden as isRefused } from "../fails-all.ts";
import { ForgeError } from "../forge-error.ts";
import type { Place } from "./ask-repository.ts";
import { parse } from "./parse.ts";
import { encodePath, readBranch } from "./read-branch.ts";
import { readRulesets } from "./read-rulesets.ts";
import { type Demand, uniteDemands } from "./unite-demands.ts";

const NOT_READABLE =
  "The branch is protected, and the token may not read how. Give it the right administration:read; a classic token needs the scope repo and an administrator's account.";

const Classic = z.object({
  required_status_checks: z
    .object({
      contexts: z.array(z.string()).nullish(),
      checks: z.array(z.object({ context: z.string() })).nullish(),
    })
    .nullish(),
  required_pull_request_reviews: z
    .object({
      required_approving_review_count: z.int().nullish(),
      bypass_pull_request_allowances: z
        .object({
          users: z.array(z.unknown()).nullish(),
          teams: z.array(z.unknown()).nullish(),
          apps: z.array(z.unknown()).nullish(),
        })
        .nullish(),
    })
    .nullish(),
  enforce_admins: z.object({ enabled: z.boolean() }).nullish(),
});

/** What a branch demands: its own protection and the rules of rulesets together, since each must be met. Null where neither stands; unknown where the branch is protected and the token may not read how, which is never taken for nothing. */
export async function readProtection(
  place: Place,
  branch: string,
): Promise<Known<ProtectionFact | null>> {
  const found = await readBranch(place, branch);
  if (!found.known) return found;
  const rules = await readRulesets(place, branch);
  if (!rules.known) return rules;
  // Rulesets alone may protect it, and the forge says so; without any of them that would be no answer.
  const isByRules = found.value.protection?.enabled === false && rules.value.length > 0;
  if (!found.value.protected || isByRules) return known(uniteDemands(rules.value));
  const classic = await readClassic(place, branch);
  if (!classic.known) return classic;
  const demands = classic.value === null ? rules.value : [classic.value, ...rules.value];
  return known(uniteDemands(demands));
}

/** The branch's own protection; null where rulesets alone protect it. */
async function readClassic({ api, path }: Place, branch: string): Promise<Known<Demand | null>> {
  try {
    const { body } = await api.get(`${path}/branches/${encodePath(branch)}/protection`);
    return known(toDemand(parse(Classic, body, "branch protection")));
  } catch (error) {
    if (isRefused(error)) return unknown(NOT_READABLE);
    if (!(error instanceof ForgeError) || !isGone(error)) throw error;
    // One that may read it hears that there is none; one that may not hears of nothing at all.
    return /Branch not protected/i.test(error.message) ? known(null) : unknown(NOT_READABLE);
  }
}

function toDemand(row: z.infer<typeof Classic>): Demand {
  const checks = row.required_status_checks;
  const reviews = row.required_pull_request_reviews;
  const { users, teams, apps } = reviews?.bypass_pull_request_allowances ?? {};
  const isListed = [users, teams, apps].some((list) => (list ?? []).length > 0);
  const named = [...(checks?.contexts ?? []), ...(checks?.checks ?? []).map((one) => one.context)];
  return {
    contexts: checks ? named : null,
    approvals: reviews?.required_approving_review_count ?? 0,
    // Without this switch every administrator merges past it.
    bypass: row.enforce_admins?.enabled !== true || isListed,
  };
}
