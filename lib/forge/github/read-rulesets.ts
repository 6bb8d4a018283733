import { z } from "zod";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import { isGone, isForbidden as isRefused } from "../fails-all.ts";
import { ForgeError } from "../forge-error.ts";
import type { Place } from "./ask-repository.ts";
import { parse } from "./parse.ts";
import { encodePath } from "./read-branch.ts";
import type { Demand } from "./unite-demands.ts";

const PER_PAGE = 100;
const PAGES_MAX = 10;

const Rule = z.object({
  type: z.string(),
  ruleset_id: z.int().nullish(),
  parameters: z
    .object({
      required_status_checks: z.array(z.object({ context: z.string() })).nullish(),
      required_approving_review_count: z.int().nullish(),
    })
    .nullish(),
});
type Rule = z.infer<typeof Rule>;
const Ruleset = z.object({ bypass_actors: z.array(z.unknown()).nullish() });

/** What the rulesets demand that apply to a branch, those of its organisation among them. An Enterprise server that knows no rulesets has none. */
export async function readRulesets(
  place: Place,
  branch: string,
): Promise<Known<readonly Demand[]>> {
  try {
    const rules = await listRules(place, branch);
    const ids = [...new Set(rules.map((rule) => rule.ruleset_id ?? null))];
    const demands: Demand[] = [];
    for (const id of ids) {
      const own = rules.filter((rule) => (rule.ruleset_id ?? null) === id);
      const demand = toDemand(own, null);
      // Who may pass a ruleset that asks for nothing of ours costs no question.
      if (demand.contexts !== null || demand.approvals > 0) {
        demands.push({ ...demand, bypass: id === null ? null : await readBypass(place, id) });
      } else {
        demands.push(demand);
      }
    }
    return known(demands);
  } catch (error) {
    if (isGone(error)) return known([]);
    if (isRefused(error)) {
      return unknown(
        "The token may not read the rules of this branch. Give it the right to read metadata.",
      );
    }
    throw error;
  }
}

async function listRules({ api, path }: Place, branch: string): Promise<readonly Rule[]> {
  const rules: Rule[] = [];
  for (let page = 1; page <= PAGES_MAX; page += 1) {
    const query = `per_page=${PER_PAGE}&page=${page}`;
    const { body } = await api.get(`${path}/rules/branches/${encodePath(branch)}?${query}`);
    const rows = parse(Rule.array(), body, "rules of a branch");
    rules.push(...rows);
    if (rows.length < PER_PAGE) return rules;
  }
  throw new ForgeError("failed", `More than ${PER_PAGE * PAGES_MAX} rules apply to ${branch}.`);
}

function toDemand(rules: readonly Rule[], bypass: boolean | null): Demand {
  const checks = rules.filter(({ type }) => type === "required_status_checks");
  const named = checks.flatMap(({ parameters }) => parameters?.required_status_checks ?? []);
  const reviews = rules.filter(({ type }) => type === "pull_request");
  const counts = reviews.map(({ parameters }) => parameters?.required_approving_review_count ?? 0);
  return {
    contexts: checks.length === 0 ? null : named.map(({ context }) => context),
    approvals: Math.max(0, ...counts),
    bypass,
  };
}

/** Whether somebody may pass a ruleset; null where the token may not see that. */
async function readBypass({ api, path }: Place, id: number): Promise<boolean | null> {
  try {
    const { body } = await api.get(`${path}/rulesets/${id}`);
    const actors = parse(Ruleset, body, "a ruleset").bypass_actors;
    return actors ? actors.length > 0 : null;
  } catch (error) {
    const isHidden = isRefused(error);
    if (isHidden || isGone(error)) return null;
    throw error;
  }
}
