import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import { type Known, known } from "#/lib/facts/known.ts";
import type { Clone } from "./open-clone.ts";
import { type CommitWindow, inWindow, readCommits } from "./read-commits.ts";
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

/** The commits on the clone's line of first parents that no pull request brought, newest first; a merge of one branch into another is one of them. */
export async function* readDirect(
  clone: Clone,
  window: CommitWindow,
): AsyncGenerator<DirectCommit> {
  const { direct } = await historyOf(clone);
  for await (const batch of readCommits(clone, inWindow(direct, window))) {
    for (const { sha, subject, body, author, committedAt, changes } of batch) {
      const files = changes.known
        ? known(toChangedFiles(changes.value).map(({ file }) => file))
        : changes;
      yield { sha, title: subject, body, author, committedAt, files };
    }
  }
}
