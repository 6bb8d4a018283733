import { type Answer, answerJson, answerNotFound } from "../answer.ts";
import { commitMessage } from "./answer-commits.ts";
import type { RepositoryCall } from "./call.ts";
import { tipOf } from "./history.ts";

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
    protected: branch.requiredApprovals > 0 || branch.requiredContexts.length > 0,
    required_approvals: branch.requiredApprovals,
    enable_status_check: branch.requiredContexts.length > 0,
    status_check_contexts: branch.requiredContexts,
    user_can_push: false,
    user_can_merge: false,
    effective_branch_protection_name: "",
  });
}
