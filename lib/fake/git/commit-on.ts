import { commit, type GitChange } from "./commit.ts";
import { moveBranch } from "./move-branch.ts";
import { type GitPlace, gitOf } from "./place.ts";
import { tipOf } from "./tip-of.ts";

export type CommitOn = {
  readonly branch: string;
  readonly author: string;
  readonly message: string;
  readonly changes: readonly GitChange[];
  /** The store's clock where it is not given. */
  readonly at?: string;
};

/** One commit on a branch, which is made where it is not there: from the default branch, or from nothing in an empty repository. */
export function commitOn({ store, repository }: GitPlace, input: CommitOn): string {
  const git = gitOf(repository);
  const { branch, author, message, changes, at = store.clock.now() } = input;
  const tip =
    tipOf(git, `refs/heads/${branch}`) ?? tipOf(git, `refs/heads/${repository.defaultBranch}`);
  const parents = tip === null ? [] : [tip];
  const id = commit(git, { ref: null, parents, message, author, at, changes });
  moveBranch(repository, branch, id);
  return id;
}
