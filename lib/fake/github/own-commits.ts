import type { FakeGit } from "../git/fake-git.ts";
import { firstParents } from "../git/first-parents.ts";
import { readCommit } from "../git/read-commit.ts";
import { tipOf } from "../git/tip-of.ts";
import { ownCommits } from "../gitea/fork-point.ts";
import type { FakePullRequest, FakeRepository } from "../store.ts";

/** The ids of a pull request's commits, oldest first; of those that are in no git only the last is kept. */
export function ownShasOf(repository: FakeRepository, pull: FakePullRequest): readonly string[] {
  const shas = ownCommits(repository, pull).map(({ sha }) => sha);
  return shas.length === 0 ? [pull.headSha] : shas.toReversed();
}

// What a merge brought never changes, so it is found out once for all answers.
const brought = new WeakMap<FakeGit, Map<string, readonly string[]>>();

/** The ids of all commits that a merged pull request brought: its own, its merge, and those that a rebase made of them. */
export function broughtShasOf(
  repository: FakeRepository,
  pull: FakePullRequest,
): readonly string[] {
  const { git } = repository;
  const { mergeSha, headSha } = pull;
  if (mergeSha === null) return [headSha];
  if (!git || tipOf(git, mergeSha) === null) return [headSha, mergeSha];
  const known = brought.get(git) ?? new Map<string, readonly string[]>();
  brought.set(git, known);
  const key = `${mergeSha} ${headSha}`;
  const own = known.get(key) ?? find(repository, { git, pull, mergeSha });
  known.set(key, own);
  return own;
}

function find(
  repository: FakeRepository,
  { git, pull, mergeSha }: { git: FakeGit; pull: FakePullRequest; mergeSha: string },
): readonly string[] {
  const own = ownShasOf(repository, pull);
  return [...own, mergeSha, ...rebasedOf(git, own, mergeSha)];
}

/** The commits in front of a merge that say, one by one, what those of the head say; none where it was no rebase. */
function rebasedOf(git: FakeGit, own: readonly string[], mergeSha: string): string[] {
  const left = own.filter((sha) => tipOf(git, sha) !== null).map((sha) => readCommit(git, sha));
  // A merge from the base is not made anew.
  const due = left.filter(({ parents }) => parents.length < 2).map(({ message }) => message);
  const made: string[] = [];
  for (const { id, parents, message } of firstParents(git, mergeSha)) {
    if (due.length === 0) return made;
    if (parents.length > 1 || message !== due.pop()) return [];
    made.push(id);
  }
  return [];
}
