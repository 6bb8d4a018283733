import { type Answer, answerJson, answerNotFound } from "../answer.ts";
import type { FakeProtection, FakeStore } from "../store.ts";
import type { RepositoryCall } from "./call.ts";
import { compare } from "./compare.ts";
import { isAdmin } from "./is-admin.ts";
import { moment } from "./moment.ts";
import { pageOf } from "./page.ts";
import { remembered } from "./remember.ts";
import { commitMessage } from "./shape-commit.ts";
import { branchesOf, tipOf } from "./tip-of.ts";

type Branch = ReturnType<typeof branchesOf>[number];

const newestFirst = remembered((repository) => {
  const at = ({ name }: Branch) => tipOf(repository, name)?.at ?? "";
  return branchesOf(repository)
    .filter(({ name }) => tipOf(repository, name) !== null)
    .toSorted((a, b) => compare(at(b), at(a)) || compare(a.name, b.name));
});

/** The branches, those with the newest commit first. */
export function answerBranches(call: RepositoryCall): Answer {
  const { repository } = call;
  const all = newestFirst(repository);
  const { rows, headers } = pageOf(call, { all, kind: "link" });
  return answerJson(
    rows.map((branch) => shapeBranch(call, branch)),
    headers,
  );
}

export function answerBranch(call: RepositoryCall): Answer {
  const { repository, params } = call;
  const branch = branchesOf(repository).find(({ name }) => name === params.branch);
  return branch && tipOf(repository, branch.name)
    ? answerJson(shapeBranch(call, branch))
    : answerNotFound(call.store);
}

function shapeBranch({ store, repository }: RepositoryCall, branch: Branch) {
  const tip = tipOf(repository, branch.name);
  if (!tip) throw new Error(`${repository.name} has no commit on ${branch.name}.`);
  const by = tip.author;
  const person = { name: by, email: `${by}@noreply.molecule-ai.example`, username: by };
  return {
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
      timestamp: moment(store, tip.at),
      added: null,
      removed: null,
      modified: null,
    },
    ...shapeEffect(store, branch.protection),
  };
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
