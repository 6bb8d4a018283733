import { sha1 } from "../sha1.ts";
import type { FakePullRequest, FakeRepository } from "../store.ts";

/** A commit of a branch: the squash of one merged pull request, or the first commit (pull null). */
export type HistoryEntry = {
  sha: string;
  parent: string | null;
  at: string;
  pull: FakePullRequest | null;
};

// Valid for one request: answering is synchronous, and the store changes only between answers.
let known = new WeakMap<FakeRepository, Map<string, HistoryEntry[]>>();

/** Must be called before each answer, because the store may have changed. */
export function forgetHistory(): void {
  known = new WeakMap();
}

/** The branch's commits, newest first. They follow from what was merged, so they cannot disagree. */
export function historyOf(repository: FakeRepository, branch: string): HistoryEntry[] {
  const branches = known.get(repository) ?? new Map<string, HistoryEntry[]>();
  known.set(repository, branches);
  const history = branches.get(branch) ?? readHistory(repository, branch);
  branches.set(branch, history);
  return history;
}

function readHistory(repository: FakeRepository, branch: string): HistoryEntry[] {
  const merged = repository.pulls
    .filter((pull) => pull.baseRef === branch && pull.mergedAt !== null)
    .toSorted((a, b) => (a.mergedAt ?? "").localeCompare(b.mergedAt ?? "") || a.number - b.number);
  const root = sha1(`${repository.id} root`);
  const entries: HistoryEntry[] = [
    { sha: root, parent: null, at: repository.createdAt, pull: null },
  ];
  for (const pull of merged) {
    const sha = pull.mergeSha ?? sha1(`${repository.id} ${pull.number}`);
    entries.push({ sha, parent: entries.at(-1)?.sha ?? root, at: pull.mergedAt ?? "", pull });
  }
  return entries.toReversed();
}

/** The newest commit of a branch. */
export function tipOf(repository: FakeRepository, branch: string): HistoryEntry {
  const tip = historyOf(repository, branch)[0];
  if (!tip) throw new Error(`${repository.name} has no commit on ${branch}.`);
  return tip;
}
