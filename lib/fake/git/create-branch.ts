import { moveBranch } from "./move-branch.ts";
import { type GitPlace, gitOf, tipOrThrow } from "./place.ts";

/** A branch at another branch or at a commit, the default branch where neither is given; gives its tip. */
export function createBranch(
  { repository }: GitPlace,
  { name, from = repository.defaultBranch }: { readonly name: string; readonly from?: string },
): string {
  const git = gitOf(repository);
  if (git.refs.has(`refs/heads/${name}`)) throw new Error(`There is a branch ${name} already.`);
  const tip = tipOrThrow(git, from);
  moveBranch(repository, name, tip);
  return tip;
}
