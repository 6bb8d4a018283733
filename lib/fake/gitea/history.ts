import { sha1 } from "../sha1.ts";
import type { FakeDirectCommit, FakePullRequest, FakeRepository } from "../store.ts";

/** A commit of a branch: the squash of one merged pull request, one that was pushed, or the first one (neither). */
export type HistoryEntry = {
  sha: string;
  parent: string | null;
  at: string;
  author: string;
  pull: FakePullRequest | null;
  direct: FakeDirectCommit | null;
};

// Valid for one request: answering is synchronous, and the store changes only between answers.
let known = new WeakMap<FakeRepository, Map<string, HistoryEntry[]>>();

/** Must be called before each answer, because the store may have changed. */
export function forgetHistory(): void {
  known = new WeakMap();
}

/** The branch's commits, newest first. They follow from what was merged and pushed, so they cannot disagree. */
export function historyOf(repository: FakeRepository, branch: string): HistoryEntry[] {
  const branches = known.get(repository) ?? new Map<string, HistoryEntry[]>();
  known.set(repository, branches);
  const history = branches.get(branch) ?? readHistory(repository, branch);
  branches.set(branch, history);
  return history;
}

function readHistory(repository: FakeRepository, branch: string): HistoryEntry[] {
  const brought = [...mergedInto(repository, branch), ...pushedTo(repository, branch)].toSorted(
    (a, b) => a.at.localeCompare(b.at) || (a.pull?.number ?? 0) - (b.pull?.number ?? 0),
  );
  const { id, owner, createdAt } = repository;
  const root = { sha: sha1(`${id} root`), at: createdAt, author: owner, pull: null, direct: null };
  const entries: HistoryEntry[] = [{ ...root, parent: null }];
  for (const entry of brought) entries.push({ ...entry, parent: entries.at(-1)?.sha ?? root.sha });
  return entries.toReversed();
}

type Brought = Omit<HistoryEntry, "parent">;

const mergedInto = ({ id, pulls }: FakeRepository, branch: string): Brought[] =>
  pulls
    .filter((pull) => pull.baseRef === branch && pull.mergedAt !== null)
    .map((pull) => ({
      sha: pull.mergeSha ?? sha1(`${id} ${pull.number}`),
      at: pull.mergedAt ?? "",
      author: pull.author,
      pull,
      direct: null,
    }));

const pushedTo = ({ defaultBranch, directCommits }: FakeRepository, branch: string): Brought[] =>
  branch === defaultBranch
    ? directCommits.map((direct) => {
        const { sha, at, author } = direct;
        return { sha, at, author, pull: null, direct };
      })
    : [];

/** The newest commit of a branch. */
export function tipOf(repository: FakeRepository, branch: string): HistoryEntry {
  const tip = historyOf(repository, branch)[0];
  if (!tip) throw new Error(`${repository.name} has no commit on ${branch}.`);
  return tip;
}
