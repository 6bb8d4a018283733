import type { Clone } from "./open-clone.ts";
import { type CommitWindow, inWindow } from "./read-commits.ts";
import { readMergeMessage } from "./read-merge-message.ts";
import { readMessages } from "./read-messages.ts";
import { type Commit, historyOf } from "./walk-history.ts";

/** The words of a change from before a window. */
export type OlderChange = {
  /** Of the pull request; null for a commit that none brought. */
  readonly number: number | null;
  readonly sha: string;
  readonly title: string;
  readonly body: string;
  readonly committedAt: Date;
  /** Whether it is on the line of first parents. */
  readonly onLine: boolean;
};

const BATCH = 1000;

/** Those of a clone's changes from before a window that are wanted, in no order: merged pull requests, and direct commits. Only their messages are read, and where none is wanted git is not asked. */
export async function* readOlder(
  clone: Clone,
  window: CommitWindow,
  isWanted: (commit: Commit) => boolean,
): AsyncGenerator<OlderChange> {
  const { merged, direct, onLine } = await historyOf(clone);
  const newest = inWindow(merged, window);
  const oldest = window.limit === null ? undefined : newest.at(-1);
  const since = oldest?.committedAt ?? window.since;
  if (since === null) return;
  const inside = new Set(newest);
  const wanted = [
    // Of those that were merged in one second a limit may take only some.
    ...merged.filter((commit) => commit.committedAt <= since && !inside.has(commit)),
    ...direct.filter(({ committedAt }) => committedAt < since),
  ].filter(isWanted);
  for (let start = 0; start < wanted.length; start += BATCH) {
    const batch = wanted.slice(start, start + BATCH);
    const messages = await readMessages(
      clone.directory,
      batch.map(({ sha }) => sha),
    );
    for (const { sha, number, committedAt } of batch) {
      const { subject = "", body = "" } = messages.get(sha) ?? {};
      const title = number === null ? subject : (readMergeMessage(subject, body)?.title ?? subject);
      yield { number, sha, title, body, committedAt, onLine: number === null || onLine.has(sha) };
    }
  }
}
