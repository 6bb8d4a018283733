import { type Known, known } from "#/lib/facts/known.ts";
import type { ProtectionFact } from "#/lib/facts/protection.ts";
import { isForbidden, isGone } from "../fails-all.ts";
import type { HttpClient } from "../http.ts";
import { parse } from "./parse.ts";
import { readBranch } from "./read-branch.ts";
import { BranchProtection } from "./schema.ts";

/** What a branch demands; null where it is not protected. Who may merge past it is asked only where the forge shows that the token has the right of an administrator, and null otherwise. */
export async function readProtection(
  http: HttpClient,
  repository: string,
  branch: string,
): Promise<Known<ProtectionFact | null>> {
  const found = await readBranch(http, repository, branch);
  if (!found.known) return found;
  const { value } = found;
  if (!value.protected) return known(null);
  const checksRequired = value.enable_status_check === true;
  // The name of the rule is given to administrators alone.
  const rule = value.effective_branch_protection_name ?? "";
  return known({
    checksRequired,
    // The forge keeps the names of a check that was switched off.
    contexts: checksRequired ? (value.status_check_contexts ?? []) : [],
    approvals: value.required_approvals ?? 0,
    bypass: rule === "" ? null : await readBypass(http, repository, rule),
  });
}

async function readBypass(
  http: HttpClient,
  repository: string,
  rule: string,
): Promise<boolean | null> {
  try {
    const { body } = await http.get(`/repos/${repository}/branch_protections`);
    const rules = parse(BranchProtection.array(), body, "branch protections");
    const found = rules.find(({ rule_name }) => rule_name === rule);
    return found ? mayBypass(found) : null;
  } catch (error) {
    if (isForbidden(error) || isGone(error)) return null;
    throw error;
  }
}

// Forges that have no such switch let every administrator merge past the rule.
function mayBypass(rule: BranchProtection): boolean {
  const isAdminBound = rule.block_admin_merge_override ?? rule.apply_to_admins ?? false;
  const listed = [
    ...(rule.bypass_allowlist_usernames ?? []),
    ...(rule.bypass_allowlist_teams ?? []),
  ];
  return !isAdminBound || (rule.enable_bypass_allowlist === true && listed.length > 0);
}
