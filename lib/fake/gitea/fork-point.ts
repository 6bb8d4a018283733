import { readCommit } from "../git/read-commit.ts";
import { tipOf as tipOfGit } from "../git/tip-of.ts";
import type { FakePullRequest, FakeRepository } from "../store.ts";
import { entryOf } from "./git-history.ts";
import { historyOf, placeOf } from "./history.ts";
import type { HistoryEntry } from "./history-entry.ts";
import { tipOf } from "./tip-of.ts";

/** The commit of the base branch that a pull request began at; empty where its branch is gone. */
export function forkPointOf(repository: FakeRepository, pull: FakePullRequest): string {
  if (repository.git) {
    const own = ownCommits(repository, pull);
    return own.at(-1)?.parent ?? pull.headSha;
  }
  const history = historyOf(repository, pull.baseRef);
  const first = placeAt(history, pull.createdAt);
  const before = history[first]?.pull === pull ? history[first + 1] : history[first];
  return before?.sha ?? tipOf(repository, pull.baseRef)?.sha ?? "";
}

/** The commits of a pull request that are not on its base branch, newest first; without git it has one, its head. */
export function ownCommits(repository: FakeRepository, pull: FakePullRequest): HistoryEntry[] {
  const { git } = repository;
  const { headSha: sha, createdAt: at, author, baseRef } = pull;
  const tip = git ? tipOfGit(git, sha) : null;
  if (!git || tip === null) return [{ sha, at, author, pull, direct: null, parent: null }];
  const own: HistoryEntry[] = [];
  let next: string | null = tip;
  while (next !== null && placeOf(repository, baseRef, next) === null) {
    const entry = entryOf(repository, readCommit(git, next));
    own.push(entry);
    next = entry.parent;
  }
  return own;
}

/** Where the newest commit of that moment or before stands in a history; found by halving. */
function placeAt(history: readonly { at: string }[], moment: string): number {
  let [low, high] = [0, history.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((history[middle]?.at ?? "") > moment) low = middle + 1;
    else high = middle;
  }
  return low;
}
