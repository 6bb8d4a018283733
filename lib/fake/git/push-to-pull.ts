import { changedFiles } from "./changed-files.ts";
import { commit, type GitChange } from "./commit.ts";
import { mergeBase } from "./merge-base.ts";
import { moveBranch } from "./move-branch.ts";
import { type GitPlace, gitOf, headRefOf, pullOrThrow, tipOrThrow } from "./place.ts";

export type PushToPull = {
  readonly number: number;
  readonly author: string;
  readonly message: string;
  readonly changes: readonly GitChange[];
  /** Whether it takes the place of all commits of the head, on the base's tip. */
  readonly force?: boolean;
  /** The store's clock where it is not given. */
  readonly at?: string;
};

/** One more commit on the head of a pull request; its row has the new head and files. */
export function pushToPull({ store, repository }: GitPlace, input: PushToPull): string {
  const git = gitOf(repository);
  const { number, author, message, changes, force = false, at = store.clock.now() } = input;
  const pull = pullOrThrow(repository, number);
  const base = tipOrThrow(git, `refs/heads/${pull.baseRef}`);
  const parents = [force ? base : tipOrThrow(git, headRefOf(number))];
  const id = commit(git, { ref: null, parents, message, author, at, changes });
  if (!pull.headForkDeleted) moveBranch(repository, pull.headRef, id);
  git.setRef(headRefOf(number), id);
  pull.headSha = id;
  pull.files = changedFiles(git, mergeBase(git, base, id), id);
  return id;
}
