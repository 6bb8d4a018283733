import { type Answer, answerJson, answerNotFound } from "../answer.ts";
import type { FakeProtection, FakeStore } from "../store.ts";
import { commitMessage } from "./answer-commits.ts";
import type { RepositoryCall } from "./call.ts";
import { tipOf } from "./history.ts";
import { isAdmin } from "./is-admin.ts";

export function answerBranch({ store, repository, params }: RepositoryCall): Answer {
  const branch = repository.branches.find((each) => each.name === params.branch);
  if (!branch) return answerNotFound(store);
  const tip = tipOf(repository, branch.name);
  const by = tip.author;
  const person = { name: by, email: `${by}@noreply.molecule-ai.example`, username: by };
  return answerJson({
    name: branch.name,
    commit: {
      id: tip.sha,
      message: commitMessage(tip),
      url: `${store.rootUrl}/${repository.owner}/${repository.name}/commit/${tip.sha}`,
      author: person,
      committer: person,
      verification: {
        verified: false,
        reason: "gpg.error.not_signed_commit",
        signature: "",
        signer: null,
        payload: "",
      },
      timestamp: tip.at,
      added: null,
      removed: null,
      modified: null,
    },
    ...shapeEffect(store, branch.protection),
  });
}

/** What everybody may know of a rule; its name is for administrators. */
function shapeEffect(store: FakeStore, protection: FakeProtection | null) {
  return {
    protected: protection !== null,
    required_approvals: protection?.approvals ?? 0,
    enable_status_check: protection?.checksRequired ?? false,
    status_check_contexts: protection?.contexts ?? [],
    user_can_push: isAdmin(store),
    user_can_merge: isAdmin(store),
    effective_branch_protection_name: isAdmin(store) ? (protection?.rule ?? "") : "",
  };
}
