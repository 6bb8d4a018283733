import type { FakeRepository } from "../store.ts";
import { readGitHistory } from "./git-history.ts";
import type { History, HistoryEntry } from "./history-entry.ts";
import { remembered } from "./remember.ts";
import { readRowHistory } from "./row-history.ts";

export type { HistoryEntry } from "./history-entry.ts";

const histories = remembered(() => new Map<string, History>());

/** The branch's line of first parents, newest first; without git it follows from what was merged and pushed. */
export function historyOf(repository: FakeRepository, branch: string): readonly HistoryEntry[] {
  return known(repository, branch).entries;
}

/** Where a commit stands in the branch's history, the newest at 0; null where it is not on that line. */
export function placeOf(repository: FakeRepository, branch: string, sha: string): number | null {
  return known(repository, branch).places.get(sha) ?? null;
}

function known(repository: FakeRepository, branch: string): History {
  const branches = histories(repository);
  const { git } = repository;
  const history =
    branches.get(branch) ??
    (git ? readGitHistory(repository, { git, branch }) : readRowHistory(repository, branch));
  branches.set(branch, history);
  return history;
}
