import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import { type Known, known } from "#/lib/facts/known.ts";
import type { Clone } from "./open-clone.ts";
import { type CommitWindow, inWindow, type ReadCommit, readCommits } from "./read-commits.ts";
import { readMessages } from "./read-messages.ts";
import { toChangedFiles } from "./to-changed-files.ts";
import { historyOf } from "./walk-history.ts";

/** A commit that reached the branch without a pull request. */
export type DirectCommit = {
  readonly sha: string;
  readonly title: string;
  readonly body: string;
  readonly author: string;
  readonly committedAt: Date;
  /** What differs from its first parent. */
  readonly files: Known<readonly ChangedFile[]>;
};

const BATCH = 1000;

/** The commits on the clone's line of first parents that no pull request brought and whose title is wanted, newest first, under a limit as far back as the pull requests inside it go; a merge of one branch into another is one of them. */
export async function* readDirect(
  clone: Clone,
  window: CommitWindow,
  isWanted: (title: string) => boolean = () => true,
): AsyncGenerator<DirectCommit> {
  const { direct, merged } = await historyOf(clone);
  const oldest = window.limit === null ? undefined : inWindow(merged, window).at(-1);
  const since = oldest?.committedAt ?? window.since;
  const commits = inWindow(direct, { ...window, since, limit: null });
  for (let start = 0; start < commits.length; start += BATCH) {
    const batch = commits.slice(start, start + BATCH);
    const messages = await readMessages(
      clone.directory,
      batch.map(({ sha }) => sha),
    );
    // Most are not wanted, and their files are not looked at.
    const chosen = batch.filter(({ sha }) => isWanted(messages.get(sha)?.subject ?? ""));
    for await (const read of readCommits(clone, chosen)) yield* read.map(toDirect);
  }
}

function toDirect({ sha, subject, body, author, committedAt, changes }: ReadCommit): DirectCommit {
  const files = changes.known
    ? known(toChangedFiles(changes.value).map(({ file }) => file))
    : changes;
  return { sha, title: subject, body, author, committedAt, files };
}
