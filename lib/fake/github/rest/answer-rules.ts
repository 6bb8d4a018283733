import { type Answer, answerJson } from "../../answer.ts";
import { isAdmin } from "../../gitea/is-admin.ts";
import type { FakeProtection } from "../../store.ts";
import { notFound } from "../reply.ts";
import { apiOf, fullNameOf } from "../site.ts";
import { branchOf } from "./answer-branch.ts";
import type { Call } from "./call.ts";
import { pageOf } from "./page.ts";

/** What rulesets demand of a branch, for everybody; an empty list does not say that it is unprotected. */
export function answerRules(call: Call): Answer {
  const branch = branchOf(call);
  if (!branch) return notFound();
  const rule = branch.protection?.byRuleset ? branch.protection : null;
  const { rows, headers } = pageOf(call, rule ? rulesOf(call, rule, branch.name) : []);
  return answerJson(rows, headers);
}

/** A ruleset has its number from the place of its branch. */
const rulesetId = ({ repository }: Call, branch: string): number =>
  repository.branches.findIndex(({ name }) => name === branch) + 1;

function rulesOf(call: Call, rule: FakeProtection, branch: string) {
  const from = {
    ruleset_source_type: "Repository",
    ruleset_source: fullNameOf(call.repository),
    ruleset_id: rulesetId(call, branch),
  };
  return [
    ...(rule.checksRequired
      ? [{ type: "required_status_checks", ...from, ...checksOf(rule) }]
      : []),
    ...(rule.approvals > 0 ? [{ type: "pull_request", ...from, ...reviewsOf(rule) }] : []),
  ];
}

const checksOf = ({ contexts }: FakeProtection) => ({
  parameters: {
    strict_required_status_checks_policy: false,
    do_not_enforce_on_create: false,
    required_status_checks: contexts.map((context) => ({ context })),
  },
});

const reviewsOf = ({ approvals }: FakeProtection) => ({
  parameters: {
    required_approving_review_count: approvals,
    dismiss_stale_reviews_on_push: false,
    require_code_owner_review: false,
    require_last_push_approval: false,
    required_review_thread_resolution: false,
    allowed_merge_methods: ["squash"],
  },
});

/** One ruleset; who may pass it is only for those who may change it. */
export function answerRuleset(call: Call): Answer {
  const id = Number(call.params.id);
  const branch = call.repository.branches[id - 1];
  const rule = branch?.protection;
  if (!branch || !rule?.byRuleset) return notFound();
  const users = (rule.bypassers ?? []).map((_, index) => ({
    actor_id: index + 1,
    actor_type: "User",
    bypass_mode: "always",
  }));
  const admins = rule.blocksAdmins
    ? []
    : [{ actor_id: 5, actor_type: "RepositoryRole", bypass_mode: "always" }];
  const rules = rulesOf(call, rule, branch.name);
  return answerJson({
    id,
    name: branch.name,
    target: "branch",
    source_type: "Repository",
    source: fullNameOf(call.repository),
    enforcement: "active",
    ...(isAdmin(call.store) ? { bypass_actors: [...admins, ...users] } : {}),
    conditions: { ref_name: { include: [`refs/heads/${branch.name}`], exclude: [] } },
    rules: rules.map(({ type, parameters }) => ({ type, parameters })),
    _links: { self: { href: `${apiOf(call)}/rulesets/${id}` } },
  });
}
