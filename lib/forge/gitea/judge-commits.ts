import type { DirectCommitFact } from "#/lib/facts/direct-commit.ts";
import type { MergedPulls } from "../forge.ts";
import { readMergeMessage } from "../git/read-merge-message.ts";
import { type CommitList, listCommitsOf } from "./list-commits.ts";
import type { Commit } from "./schema.ts";
import { toDirectCommit } from "./to-facts.ts";

export type Judge = {
  /** Whether a merged pull request brought the commit; asked of every commit of the line in its order. */
  isBrought(row: Commit, commit: DirectCommitFact): Promise<boolean>;
  /** The newest commit of the pull request whose commits are being passed; null where none is. */
  openedBy(): string | null;
};

/**
 * Tells the commits that merged pull requests brought: a merge commit by its id or by what the forge
 * wrote as its message, which a rewritten history keeps. A pull request that was merged without a
 * merge commit leaves all its commits on the line, of which the forge names the newest alone; the
 * others are asked for and passed while they follow each other.
 */
export function judgeCommits(list: CommitList, { shas, numbers }: MergedPulls): Judge {
  let opened: { readonly by: string; readonly marks: ReadonlySet<string> } | null = null;
  return {
    async isBrought(row, commit) {
      const message = readMergeMessage(commit.title, commit.body);
      const isSingle = row.parents.length <= 1;
      const number = shas.get(row.sha);
      if (number !== undefined && isSingle && message?.number !== number) {
        const marks = new Set((await listCommitsOf(list, number)).map(markOf));
        opened = { by: row.sha, marks };
        return true;
      }
      if (number === undefined && opened?.marks.has(markOf(row))) return true;
      opened = null;
      if (number !== undefined) return true;
      return (
        message !== null && numbers.has(message.number) && (message.kind === "merge" || isSingle)
      );
    },
    openedBy: () => opened?.by ?? null,
  };
}

// A rebase makes another commit of the same author, the same moment and the same title.
const markOf = (row: Commit): string => {
  const { author } = row.commit;
  const at = Date.parse(author?.date ?? "");
  return JSON.stringify([author?.name ?? null, at, toDirectCommit(row).title]);
};
