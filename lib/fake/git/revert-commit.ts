import { commitTree, treeOf } from "./commit.ts";
import type { Merged } from "./merge-onto.ts";
import { moveBranch } from "./move-branch.ts";
import { pickChanges } from "./pick-changes.ts";
import { type GitPlace, gitOf, tipOrThrow } from "./place.ts";
import { readCommit } from "./read-commit.ts";

export type RevertCommit = {
  readonly branch: string;
  readonly sha: string;
  readonly by: string;
  readonly at?: string;
};

/** A commit on a branch that takes another back, or the path at which that does not fit. */
export function revertCommit({ store, repository }: GitPlace, input: RevertCommit): Merged {
  const git = gitOf(repository);
  const { branch, sha, by, at = store.clock.now() } = input;
  const { parents, tree, message } = readCommit(git, sha);
  const [parent] = parents;
  if (parent === undefined) throw new Error("The first commit cannot be taken back.");
  const tip = tipOrThrow(git, `refs/heads/${branch}`);
  const picked = pickChanges(git.objects, {
    from: tree,
    to: treeOf(git, parent),
    onto: treeOf(git, tip),
  });
  if ("conflict" in picked) return picked;
  const told = `Revert "${message.split("\n")[0]}"\n\nThis reverts commit ${sha}.`;
  const made = { ref: null, parents: [tip], message: told, author: by, at, tree: picked.tree };
  const id = commitTree(git, made);
  moveBranch(repository, branch, id);
  return { sha: id };
}
