import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import { type Known, known } from "#/lib/facts/known.ts";
import { openBlobs } from "./open-blobs.ts";
import type { Clone } from "./open-clone.ts";
import { addPatches } from "./patch/add-patches.ts";
import { type CommitWindow, inWindow, type ReadCommit, readCommits } from "./read-commits.ts";
import { readMergeMessage } from "./read-merge-message.ts";
import { type ListedFile, toChangedFiles } from "./to-changed-files.ts";
import { historyOf } from "./walk-history.ts";

export type MergedPullRequest = {
  readonly repo: string;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  /** The branch it came from, without its owner; null for a squash, whose message does not name it. */
  readonly headRef: string | null;
  /** Author of the last commit that was merged, since a merge's own author is who pressed the button. */
  readonly author: string;
  readonly mergedAt: Date;
  readonly sha: string;
  /** Null for a root commit. */
  readonly parentSha: string | null;
  readonly files: Known<readonly ChangedFile[]>;
};

export type MergedWindow = CommitWindow;

/** The paths of a merged pull request whose patches are to be read; asked once its list of files is known. */
export type WhichPatches = (pullRequest: MergedPullRequest) => readonly string[];

export type MergedOptions = {
  /** Whether contents that a partial clone lacks may be fetched from its remote; false by default, and then their patches are unknown. */
  readonly fetchMissing?: boolean;
};

/** A merged pull request with the ids of what it changed; none where its files are unknown. */
type Listed = { readonly pullRequest: MergedPullRequest; readonly files: readonly ListedFile[] };

/** The merged pull requests that a clone's history names, newest first, one a number, with the files that differ from the first parent and the patches that are wanted of them. */
export async function* readMerged(
  clone: Clone,
  window: MergedWindow,
  wanted: WhichPatches = () => [],
  { fetchMissing = false }: MergedOptions = {},
): AsyncGenerator<MergedPullRequest> {
  const { merged } = await historyOf(clone);
  await using blobs = openBlobs(clone, { fetchMissing });
  for await (const batch of readCommits(clone, inWindow(merged, window))) {
    const listed = batch.map((commit) => listFiles(clone, commit));
    const asked = listed.map(({ pullRequest, files }) => ({
      files,
      paths: new Set(pullRequest.files.known ? wanted(pullRequest) : []),
    }));
    let at = 0;
    for await (const files of addPatches(blobs, asked)) {
      const pullRequest = listed[at]?.pullRequest;
      if (pullRequest) yield withFiles(pullRequest, files);
      at += 1;
    }
  }
}

const withFiles = (
  pullRequest: MergedPullRequest,
  files: readonly ChangedFile[],
): MergedPullRequest => ({
  ...pullRequest,
  files: pullRequest.files.known ? known(files) : pullRequest.files,
});

function listFiles(clone: Clone, commit: ReadCommit): Listed {
  const { sha, parentSha, body, changes } = commit;
  const message = readMergeMessage(commit.subject, body);
  const files = changes.known ? toChangedFiles(changes.value) : [];
  const pullRequest: MergedPullRequest = {
    repo: clone.name,
    number: commit.number ?? 0,
    title: message?.title ?? commit.subject,
    body,
    headRef: message?.headRef ?? null,
    author: commit.mergedAuthor ?? commit.author,
    mergedAt: commit.committedAt,
    sha,
    parentSha,
    files: changes.known ? known(files.map(({ file }) => file)) : changes,
  };
  return { pullRequest, files };
}
