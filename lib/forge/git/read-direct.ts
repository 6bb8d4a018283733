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
  /** What differs from its first parent; null where it was not asked for. */
  readonly files: Known<readonly ChangedFile[]> | null;
};

const BATCH = 1000;

/** The commits on the clone's line of first parents that no pull request brought, newest first, under a limit as far back as the pull requests inside it go; a merge of one branch into another is one of them. Only those whose title is wanted come with their files, since that is what costs. */
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
    const chosen = batch.filter(({ sha }) => isWanted(messages.get(sha)?.subject ?? ""));
    const files = new Map<string, DirectCommit["files"]>();
    for await (const read of readCommits(clone, chosen))
      for (const commit of read) files.set(commit.sha, filesOf(commit));
    for (const { sha, committedAt } of batch) {
      const { subject: title = "", body = "", author = "" } = messages.get(sha) ?? {};
      yield { sha, title, body, author, committedAt, files: files.get(sha) ?? null };
    }
  }
}

const filesOf = ({ changes }: ReadCommit): DirectCommit["files"] =>
  changes.known ? known(toChangedFiles(changes.value).map(({ file }) => file)) : changes;
