import type { FakeDirectCommit, FakePullRequest } from "../store.ts";

/** A commit of a branch: of one merged pull request, one that was pushed, or one that neither brought. */
export type HistoryEntry = {
  sha: string;
  parent: string | null;
  at: string;
  author: string;
  pull: FakePullRequest | null;
  direct: FakeDirectCommit | null;
  /** What stands in git; absent where the repository has none. */
  git?: { message: string; parents: readonly string[] };
};

/** Newest first, and where each commit stands in that. */
export type History = { entries: readonly HistoryEntry[]; places: ReadonlyMap<string, number> };
