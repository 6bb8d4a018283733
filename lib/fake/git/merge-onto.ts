import { commitTree, treeOf } from "./commit.ts";
import type { FakeGit } from "./fake-git.ts";
import { firstParents } from "./first-parents.ts";
import { mergeBase } from "./merge-base.ts";
import { pickChanges } from "./pick-changes.ts";
import type { GitCommit } from "./read-commit.ts";

export type MergeKind = "squash" | "merge" | "rebase";
export type Merged = { readonly sha: string } | { readonly conflict: string };

export type MergeOnto = {
  readonly kind: MergeKind;
  readonly base: string;
  readonly head: string;
  /** Of the squashed commit, or of the merge; a rebase keeps the messages that are there. */
  readonly message: string;
  readonly author: string;
  readonly committer: string;
  readonly at: string;
};

/** Commits a head onto a base in one of the three ways, or tells the path at which they do not fit. No ref is moved. */
export function mergeOnto(git: FakeGit, input: MergeOnto): Merged {
  const { base, head, kind } = input;
  const from = mergeBase(git, base, head);
  if (from === null) throw new Error("The head and the base have no commit in common.");
  if (kind === "rebase") return rebase(git, input, from);
  const picked = pickChanges(git.objects, {
    from: treeOf(git, from),
    to: treeOf(git, head),
    onto: treeOf(git, base),
  });
  if ("conflict" in picked) return picked;
  const parents = kind === "squash" ? [base] : [base, head];
  const { message, author, committer, at } = input;
  const tree = picked.tree;
  return { sha: commitTree(git, { ref: null, parents, message, author, committer, at, tree }) };
}

function rebase(git: FakeGit, { base, head, committer, at }: MergeOnto, from: string): Merged {
  let sha = base;
  for (const { tree, parents, message, author, authoredAt } of broughtBy(git, head, base)) {
    const before = treeOf(git, parents[0] ?? from);
    const picked = pickChanges(git.objects, { from: before, to: tree, onto: treeOf(git, sha) });
    if ("conflict" in picked) return picked;
    const made = { ref: null, parents: [sha], message, author, authoredAt, committer, at };
    sha = commitTree(git, { ...made, tree: picked.tree });
  }
  return { sha };
}

/** The commits of a head that its base does not have, oldest first; merges only bring what is there already. */
function broughtBy(git: FakeGit, head: string, base: string): readonly GitCommit[] {
  const commits: GitCommit[] = [];
  for (const commit of firstParents(git, head)) {
    if (mergeBase(git, base, commit.id) === commit.id) break;
    if (commit.parents.length < 2) commits.push(commit);
  }
  return commits.toReversed();
}
