import { readMergeMessage } from "../git/read-merge-message.ts";
import type { Difference } from "../git/stream-changes.ts";
import type { LoggedCommit } from "./read-log.ts";

/** How a pull request's files are found: by one difference, or by one that has to show the same files as another; or why git cannot tell. */
export type Found =
  | { readonly difference: Difference; readonly proof: Difference | null }
  | { readonly why: string };

/** A pull request that was merged by a commit which is not simply the merge of its head, and what is known of it. */
export type Merged = {
  readonly number: number;
  readonly merge: LoggedCommit;
  readonly head: string;
  /** The commits that it had before it was merged, merges among them left out. */
  readonly own: readonly LoggedCommit[];
  /** Where it branched off. */
  readonly fork: string;
  /** The merge and what is before it on its line: as many as there are of its own. */
  readonly trail: readonly LoggedCommit[];
};

/**
 * Tells a squash from a rebase. A rebase makes other commits of the same author, moment and title: as
 * many as lie on the line at the merge are the pull request's. A squash is a commit of its own, known by
 * the number in its title. Where neither is sure, the difference has to show the same files as the pull
 * request's own, from where it branched off to its head.
 */
export function decideMerged({ number, merge, head, own, fork, trail }: Merged): Found {
  const left = new Map<string, number>();
  for (const commit of own) left.set(markOf(commit), (left.get(markOf(commit)) ?? 0) + 1);
  let oldest: LoggedCommit | null = null;
  let count = 0;
  for (const commit of trail) {
    const times = left.get(markOf(commit)) ?? 0;
    if (times === 0 || commit.parents.length !== 1) break;
    left.set(markOf(commit), times - 1);
    oldest = commit;
    count += 1;
  }
  const difference = { sha: merge.sha, parentSha: (oldest ?? merge).parents[0] ?? null };
  const isSquash = oldest === null && isNamed(merge, number);
  const isWhole = own.length === 1 || (own.length > 0 && count === own.length);
  const isSure = isSquash || (isWhole && merge.parents.length === 1);
  return { difference, proof: isSure ? null : { sha: head, parentSha: fork } };
}

/** Whether the title of a commit says that it merged this pull request. */
export const isNamed = ({ title, body }: LoggedCommit, number: number): boolean =>
  readMergeMessage(title, body)?.number === number;

// A rebase makes another commit of the same author, the same moment and the same title.
const markOf = ({ authorName, authoredAt, title }: LoggedCommit): string =>
  JSON.stringify([authorName, authoredAt?.getTime() ?? null, title]);
