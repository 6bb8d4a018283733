import { type Answer, answerJson } from "../../answer.ts";
import type { FakeProtection } from "../../store.ts";
import { branchesOf, commitAt } from "../lines.ts";
import { reply } from "../reply.ts";
import { apiOf, webOf } from "../site.ts";
import type { Call } from "./call.ts";
import { shapeCommit } from "./shape-commit.ts";

export type Branch = { name: string; url: string; protection: FakeProtection | null };

export function branchOf(call: Call): Branch | null {
  const name = call.params.branch ?? "";
  if (!branchesOf(call.repository).includes(name)) return null;
  const row = call.repository.branches.find((each) => each.name === name);
  return {
    name,
    url: `${apiOf(call)}/branches/${encodeURIComponent(name)}`,
    protection: row?.protection ?? null,
  };
}

/** The rule that is the branch's own; a ruleset is not among what these addresses tell. */
const ownRule = ({ protection }: Branch): FakeProtection | null =>
  protection?.byRuleset ? null : protection;

/** A branch, with a part of its rule for everybody who may read it. */
export function answerBranch(call: Call): Answer {
  const branch = branchOf(call);
  const tip = branch && commitAt(call.repository, branch.name);
  if (!branch || !tip) return reply({ status: 404, message: "Branch not found" });
  const rule = ownRule(branch);
  const contexts = rule?.checksRequired ? rule.contexts : [];
  return answerJson({
    name: branch.name,
    commit: shapeCommit(call, tip),
    _links: { self: branch.url, html: `${webOf(call)}/tree/${branch.name}` },
    protected: branch.protection !== null,
    protection: {
      enabled: rule !== null,
      required_status_checks: {
        enforcement_level: rule?.checksRequired
          ? rule.blocksAdmins
            ? "everyone"
            : "non_admins"
          : "off",
        contexts,
        checks: contexts.map((context) => ({ context, app_id: null })),
      },
    },
    protection_url: `${branch.url}/protection`,
  });
}

/** The branch's own rule; only for administrators, which the route sees to. */
export function answerProtection(call: Call): Answer {
  const branch = branchOf(call);
  if (!branch) return reply({ status: 404, message: "Branch not found" });
  const rule = ownRule(branch);
  if (!rule) return reply({ status: 404, message: "Branch not protected" });
  const url = `${branch.url}/protection`;
  return answerJson({
    url,
    ...(rule.checksRequired && { required_status_checks: shapeChecks(branch, rule) }),
    ...(rule.approvals > 0 && {
      required_pull_request_reviews: {
        url: `${url}/required_pull_request_reviews`,
        dismiss_stale_reviews: false,
        require_code_owner_reviews: false,
        require_last_push_approval: false,
        required_approving_review_count: rule.approvals,
        ...(rule.bypassers && {
          bypass_pull_request_allowances: {
            users: rule.bypassers.map((login) => ({ login })),
            teams: [],
            apps: [],
          },
        }),
      },
    }),
    enforce_admins: { url: `${url}/enforce_admins`, enabled: rule.blocksAdmins },
    required_linear_history: { enabled: false },
    allow_force_pushes: { enabled: false },
    allow_deletions: { enabled: false },
  });
}

export function answerRequiredChecks(call: Call): Answer {
  const branch = branchOf(call);
  if (!branch) return reply({ status: 404, message: "Branch not found" });
  const rule = ownRule(branch);
  if (!rule) return reply({ status: 404, message: "Branch not protected" });
  if (!rule.checksRequired)
    return reply({ status: 404, message: "Required status checks not enabled" });
  return answerJson(shapeChecks(branch, rule));
}

function shapeChecks({ url }: Branch, { contexts }: FakeProtection) {
  const self = `${url}/protection/required_status_checks`;
  return {
    url: self,
    strict: false,
    contexts,
    contexts_url: `${self}/contexts`,
    checks: contexts.map((context) => ({ context, app_id: null })),
  };
}
