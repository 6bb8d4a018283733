import { type Answer, answerError, answerJson } from "../answer.ts";
import type { FakeProtection } from "../store.ts";
import type { Place, RepositoryCall } from "./call.ts";
import { isAdmin } from "./is-admin.ts";
import { moment } from "./moment.ts";
import { type Skin, skinOf } from "./skin.ts";

/** The rules of all branches, in one answer without pages and for administrators alone. */
export function answerProtections({ store, repository }: RepositoryCall): Answer {
  if (!isAdmin(store)) {
    const message = "user should be an owner or a collaborator with admin write of a repository";
    return answerError({ status: 403, message, rootUrl: store.rootUrl });
  }
  const rules = new Map<string, FakeProtection>();
  for (const { protection } of repository.branches) {
    if (protection) rules.set(protection.rule, protection);
  }
  return answerJson([...rules.values()].map((rule) => shapeRule({ store, repository }, rule)));
}

function shapeRule({ store, repository }: Place, rule: FakeProtection) {
  const createdAt = moment(store, repository.createdAt);
  return {
    branch_name: rule.rule.includes("*") ? "" : rule.rule,
    rule_name: rule.rule,
    enable_push: false,
    enable_push_whitelist: false,
    push_whitelist_usernames: [],
    push_whitelist_teams: [],
    push_whitelist_deploy_keys: false,
    enable_merge_whitelist: false,
    merge_whitelist_usernames: [],
    merge_whitelist_teams: [],
    enable_status_check: rule.checksRequired,
    status_check_contexts: rule.contexts,
    required_approvals: rule.approvals,
    enable_approvals_whitelist: false,
    approvals_whitelist_username: [],
    approvals_whitelist_teams: [],
    block_on_rejected_reviews: true,
    block_on_official_review_requests: false,
    block_on_outdated_branch: false,
    dismiss_stale_approvals: false,
    ignore_stale_approvals: false,
    require_signed_commits: false,
    protected_file_patterns: "",
    unprotected_file_patterns: "",
    ...shapeBypass(skinOf(store), rule),
    created_at: createdAt,
    updated_at: createdAt,
  };
}

/** Who may go past the rule: what each forge calls it, as far as a version can tell it at all. */
function shapeBypass(skin: Skin, { blocksAdmins, bypassers }: FakeProtection) {
  return {
    ...(skin.isForgejo(0) && { apply_to_admins: blocksAdmins }),
    ...(skin.isGitea(23) && {
      priority: 0,
      block_admin_merge_override: blocksAdmins,
      enable_force_push: false,
      enable_force_push_allowlist: false,
      force_push_allowlist_usernames: [],
      force_push_allowlist_teams: [],
      force_push_allowlist_deploy_keys: false,
    }),
    ...(skin.isGitea(27) && {
      enable_bypass_allowlist: bypassers !== null,
      bypass_allowlist_usernames: bypassers ?? [],
      bypass_allowlist_teams: [],
    }),
  };
}
