import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import { type Known, unknown } from "#/lib/facts/known.ts";
import { runGit } from "./git.ts";
import type { Clone } from "./open-clone.ts";
import { readAuthors } from "./read-authors.ts";
import { readChanges } from "./read-changes.ts";
import { type Commit, readCommits } from "./read-commits.ts";
import { type MergeMessage, readMergeMessage } from "./read-merge-message.ts";

export type MergedPullRequest = {
  readonly repo: string;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  /** Author of the last commit that was merged, since a merge's own author is who pressed the button. */
  readonly author: string;
  readonly mergedAt: Date;
  readonly sha: string;
  /** Null for a root commit. */
  readonly parentSha: string | null;
  readonly files: Known<readonly ChangedFile[]>;
};

export type MergedWindow = {
  /** Both ends belong to the window; null leaves an end open. */
  readonly since: Date | null;
  readonly until: Date | null;
  /** The newest so many; null for all. */
  readonly limit: number | null;
};

type Found = { readonly commit: Commit; readonly message: MergeMessage };

// Large enough to pay for one process, small enough to keep the first answers quick.
const BATCH = 500;

const SHALLOW =
  "The clone is shallow and ends at this commit, so its files cannot be listed. Run: git fetch --unshallow";

/** The merged pull requests that a clone's history names, newest first, one a number, with the files that differ from the first parent. */
export async function* readMerged(
  clone: Clone,
  window: MergedWindow,
): AsyncGenerator<MergedPullRequest> {
  const found = inWindow(await findMerged(clone), window);
  for (let start = 0; start < found.length; start += BATCH) {
    yield* withFiles(clone, found.slice(start, start + BATCH));
  }
}

/**
 * The commit of each number. A number is met more than once where a history was rewritten or merged
 * in, or where later commits name it too: the line of first parents decides, and beside it the
 * oldest, which is the merge itself.
 */
async function findMerged(clone: Clone): Promise<readonly Found[]> {
  const line = await firstParentLine(clone);
  const found = new Map<number, Found>();
  for await (const commit of readCommits(clone.directory, clone.head)) {
    const message = readMergeMessage(commit.subject, commit.body);
    if (message === null || !isMergeOf(message, commit, line)) continue;
    const newer = found.get(message.number);
    if (newer && !isBetter(commit, newer.commit, line)) continue;
    found.set(message.number, { commit, message });
  }
  return [...found.values()];
}

function isBetter(commit: Commit, than: Commit, line: ReadonlySet<string>): boolean {
  if (line.has(commit.sha) !== line.has(than.sha)) return line.has(commit.sha);
  return commit.committedAt < than.committedAt;
}

function inWindow(
  found: readonly Found[],
  { since, until, limit }: MergedWindow,
): readonly Found[] {
  return found
    .filter(({ commit }) => since === null || commit.committedAt >= since)
    .filter(({ commit }) => until === null || commit.committedAt <= until)
    .toSorted((one, other) => newestFirst(one, other))
    .slice(0, limit ?? undefined);
}

function newestFirst(one: Found, other: Found): number {
  const byDate = other.commit.committedAt.getTime() - one.commit.committedAt.getTime();
  return byDate || other.message.number - one.message.number;
}

/** A squashed one counts on the line of first parents, or where the forge itself committed it; elsewhere `(#N)` may be a copy of another repository's. */
function isMergeOf(message: MergeMessage, commit: Commit, line: ReadonlySet<string>): boolean {
  if (message.kind === "merge") return true;
  return commit.parents.length <= 1 && (commit.byWebFlow || line.has(commit.sha));
}

async function firstParentLine({ directory, head }: Clone): Promise<ReadonlySet<string>> {
  const args = ["rev-list", "--first-parent", "--end-of-options", head];
  return new Set((await runGit({ directory, args })).trimEnd().split("\n"));
}

async function* withFiles(
  clone: Clone,
  batch: readonly Found[],
): AsyncGenerator<MergedPullRequest> {
  const differences = batch.map(({ commit }) => ({
    sha: commit.sha,
    parentSha: commit.parents[0] ?? null,
  }));
  // The last commits of a shallow clone show no parents: compared with nothing, they would have touched all.
  const comparable = differences.filter(({ parentSha }) => parentSha !== null || !clone.isShallow);
  const heads = batch.flatMap(({ commit }) => commit.parents.slice(1, 2));
  const [files, authors] = await Promise.all([
    readChanges(clone.directory, comparable),
    readAuthors(clone.directory, heads),
  ]);
  for (const { commit, message } of batch) {
    yield {
      repo: clone.name,
      number: message.number,
      title: message.title,
      body: commit.body,
      author: authors.get(commit.parents[1] ?? "") ?? commit.author,
      mergedAt: commit.committedAt,
      sha: commit.sha,
      parentSha: commit.parents[0] ?? null,
      files: files.get(commit.sha) ?? unknown(SHALLOW),
    };
  }
}
