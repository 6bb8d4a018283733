import type { MergedPulls } from "./forge.ts";
import { readMergeMessage } from "./git/read-merge-message.ts";

/** What is looked at of a commit, whoever lists it. */
export type JudgedCommit = {
  readonly sha: string;
  readonly parents: readonly string[];
  /** As in DirectCommitFact: the first paragraph of its message on one line, and what follows it. */
  readonly title: string;
  readonly body: string;
  /** The name that the commit itself carries; null where it carries none. */
  readonly authorName: string | null;
  /** When its author wrote it; null where it does not say. */
  readonly authoredAt: Date | null;
};

export type Judge = {
  /** Whether a merged pull request brought the commit; asked of every commit of the line in its order. */
  isBrought(commit: JudgedCommit): Promise<boolean>;
  /** The newest commit of the pull request whose commits are being passed; null where none is. */
  openedBy(): string | null;
};

/** The commits of a pull request as it was before it was merged; throws ForgeError `failed` where they cannot be told. */
export type CommitsOf = (number: number) => Promise<readonly JudgedCommit[]>;

/**
 * Tells the commits that merged pull requests brought: a merge commit by its id or by what the forge
 * wrote as its message, which a rewritten history keeps. A pull request that was merged without a
 * merge commit leaves all its commits on the line, of which the forge names the newest alone; the
 * others are asked for and passed while they follow each other.
 */
export function judgeCommits(commitsOf: CommitsOf, { shas, numbers }: MergedPulls): Judge {
  let opened: { readonly by: string; readonly marks: ReadonlySet<string> } | null = null;
  return {
    async isBrought(commit) {
      const message = readMergeMessage(commit.title, commit.body);
      const isSingle = commit.parents.length <= 1;
      const number = shas.get(commit.sha);
      if (number !== undefined && isSingle && message?.number !== number) {
        const marks = new Set((await commitsOf(number)).map(markOf));
        opened = { by: commit.sha, marks };
        return true;
      }
      if (number === undefined && opened?.marks.has(markOf(commit))) return true;
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
const markOf = ({ authorName, authoredAt, title }: JudgedCommit): string =>
  JSON.stringify([authorName, authoredAt?.getTime() ?? null, title]);
