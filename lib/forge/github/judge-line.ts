import type { MergedPulls } from "../forge.ts";
import { isBrought, pullsNamed } from "./is-brought.ts";
import type { Commit } from "./list-history.ts";
import { type Marked, markOf } from "./mark-of.ts";
import { messageOf } from "./to-direct-commit.ts";

export type LineJudge = {
  /** Whether a merged pull request brought the commit; asked of every commit of the line in its order. */
  isBrought(commit: Commit, repositoryId: number): Promise<boolean>;
  /** The newest commit of the pull request whose commits are being passed; null where none is. */
  openedBy(): string | null;
};

/**
 * Tells the commits that merged pull requests brought. The forge names the pull request of each commit,
 * but for a while after it was merged it does not: so a commit that nobody names, right behind the last one
 * of a rebase, is looked for among the commits of that pull request, which are asked for then alone.
 */
export function judgeLine(
  commitsOf: (number: number) => Promise<readonly Marked[]>,
  merged: MergedPulls,
): LineJudge {
  let opened: { by: string; number: number; marks: ReadonlySet<string> | null } | null = null;
  return {
    async isBrought(commit, repositoryId) {
      if (isBrought(commit, merged, repositoryId)) {
        const number = merged.shas.get(commit.oid);
        const isSingle = commit.parents.nodes.length <= 1;
        if (number !== undefined && isSingle && messageOf(commit)?.number !== number) {
          opened = { by: commit.oid, number, marks: null };
        } else if (!opened || !pullsNamed(commit, repositoryId).includes(opened.number)) {
          opened = null;
        }
        return true;
      }
      if (opened) {
        opened.marks ??= new Set((await commitsOf(opened.number)).map(markOf));
        if (opened.marks.has(markOf(commit))) return true;
      }
      opened = null;
      return false;
    },
    openedBy: () => opened?.by ?? null,
  };
}
