import type { FakeFile } from "../store.ts";
import { changedFiles } from "./changed-files.ts";
import { commit, type GitChange } from "./commit.ts";
import { mergeBase } from "./merge-base.ts";
import { moveBranch } from "./move-branch.ts";
import { type GitPlace, gitOf, headRefOf, tipOrThrow } from "./place.ts";
import { tipOf } from "./tip-of.ts";

export type OpenPullHead = {
  readonly number: number;
  readonly headRef: string;
  readonly baseRef: string;
  readonly author: string;
  readonly message: string;
  /** None where the branch is there and is taken as it stands. */
  readonly changes: readonly GitChange[];
  /** The store's clock where it is not given. */
  readonly at?: string;
};

/** Makes the head of a pull request that has no row yet, from the base's tip where there is no such branch, and tells the files since the two met. */
export function openPullHead(
  { store, repository }: GitPlace,
  input: OpenPullHead,
): { headSha: string; files: FakeFile[] } {
  const git = gitOf(repository);
  const { number, headRef, baseRef, author, message, changes, at = store.clock.now() } = input;
  const base = tipOrThrow(git, `refs/heads/${baseRef}`);
  const before = tipOf(git, `refs/heads/${headRef}`);
  if (before === null && changes.length === 0) throw new Error(`There is no branch ${headRef}.`);
  const parent = before ?? base;
  const headSha =
    changes.length === 0
      ? parent
      : commit(git, { ref: null, parents: [parent], message, author, at, changes });
  moveBranch(repository, headRef, headSha);
  git.setRef(headRefOf(number), headSha);
  return { headSha, files: changedFiles(git, mergeBase(git, base, headSha), headSha) };
}
