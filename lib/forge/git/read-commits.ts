import { type Known, unknown } from "#/lib/facts/known.ts";
import { oneAhead } from "./one-ahead.ts";
import type { Clone } from "./open-clone.ts";
import { readChanges } from "./read-changes.ts";
import { type Message, readMessages } from "./read-messages.ts";
import type { RawChange } from "./to-changed-files.ts";
import type { Commit } from "./walk-history.ts";

export type CommitWindow = {
  /** Both ends belong to the window; null leaves an end open. */
  readonly since: Date | null;
  readonly until: Date | null;
  /** The newest so many; null for all. */
  readonly limit: number | null;
};

/** A commit with its message and what it changed since its first parent. */
export type ReadCommit = Commit &
  Message & {
    /** Null for a root commit. */
    readonly parentSha: string | null;
    /** Author of the last commit that it merged; null for no merge, and where the clone lacks that one. */
    readonly mergedAuthor: string | null;
    readonly changes: Known<readonly RawChange[]>;
  };

// Large enough to pay for one process; the first is small, since who waits for it has nothing to do yet.
const BATCH = 1000;
const FIRST_BATCH = 250;

const SHALLOW =
  "The clone is shallow and ends at this commit, so its files cannot be listed. Run: git fetch --unshallow";

/** The commits inside a window, newest first. */
export function inWindow(
  commits: readonly Commit[],
  { since, until, limit }: CommitWindow,
): readonly Commit[] {
  return commits
    .filter(({ committedAt }) => since === null || committedAt >= since)
    .filter(({ committedAt }) => until === null || committedAt <= until)
    .toSorted(
      (one, other) =>
        other.committedAt.getTime() - one.committedAt.getTime() ||
        (other.number ?? 0) - (one.number ?? 0),
    )
    .slice(0, limit ?? undefined);
}

/** Commits with their messages and changes, a batch at a time. */
export function readCommits(
  clone: Clone,
  commits: readonly Commit[],
): AsyncGenerator<readonly ReadCommit[]> {
  return oneAhead(batches(commits), (batch) => readBatch(clone, batch));
}

function* batches(commits: readonly Commit[]): Generator<readonly Commit[]> {
  let end = FIRST_BATCH;
  for (let start = 0; start < commits.length; start = end, end += BATCH) {
    yield commits.slice(start, end);
  }
}

async function readBatch(clone: Clone, batch: readonly Commit[]): Promise<readonly ReadCommit[]> {
  const differences = batch.map(({ sha, parents }) => ({ sha, parentSha: parents[0] ?? null }));
  // The last commits of a shallow clone show no parents: compared with nothing, they would have touched all.
  const comparable = differences.filter(({ parentSha }) => parentSha !== null || !clone.isShallow);
  const ids = batch.flatMap(({ sha, parents }) => [sha, ...parents.slice(1, 2)]);
  const [changes, messages] = await Promise.all([
    readChanges(clone.directory, comparable),
    readMessages(clone.directory, ids),
  ]);
  return batch.map((commit) => ({
    ...commit,
    author: "",
    subject: "",
    body: "",
    ...messages.get(commit.sha),
    parentSha: commit.parents[0] ?? null,
    mergedAuthor: messages.get(commit.parents[1] ?? "")?.author ?? null,
    changes: changes.get(commit.sha) ?? unknown(SHALLOW),
  }));
}
