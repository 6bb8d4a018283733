import type { CommentFact } from "#/lib/facts/comment.ts";
import type { IssueFact } from "#/lib/facts/issue.ts";
import type { StreamedPullRequest } from "#/lib/forge/forge.ts";
import { unbury } from "#/lib/store/bury.ts";
import type { Tx } from "#/lib/store/db.ts";
import { saveChangedFiles } from "#/lib/store/save-changed-files.ts";
import { saveComments } from "#/lib/store/save-comments.ts";
import { saveIssues } from "#/lib/store/save-issues.ts";
import { savePullRequests } from "#/lib/store/save-pull-requests.ts";
import { saveReviews } from "#/lib/store/save-reviews.ts";
import type { SyncTask } from "./sync-task.ts";

/** Issues, as they stand now; one that was held to be gone is back. */
export async function saveIssueRows(
  tx: Tx,
  { repositoryId }: SyncTask,
  issues: readonly IssueFact[],
): Promise<void> {
  await saveIssues(tx, repositoryId, issues);
  await unbury(tx, repositoryId, "issue", numbersOf(issues));
}

/** Pull requests, with the files and reviews that came with them. */
export async function savePullRows(
  tx: Tx,
  { repositoryId, now }: SyncTask,
  pulls: readonly StreamedPullRequest[],
): Promise<void> {
  await savePullRequests(
    tx,
    repositoryId,
    pulls.map(({ files, reviews, ...pullRequest }) => pullRequest),
  );
  const files = pulls.flatMap(({ number, files: list }) =>
    list === null ? [] : [{ number, files: list }],
  );
  await saveChangedFiles(tx, repositoryId, files);
  const reviews = pulls.flatMap(({ number, reviews: list }) =>
    list === null ? [] : [{ number, reviews: list }],
  );
  await saveReviews(tx, repositoryId, reviews, now());
  await unbury(tx, repositoryId, "pull", numbersOf(pulls));
}

export async function saveCommentRows(
  tx: Tx,
  { repositoryId }: SyncTask,
  comments: readonly CommentFact[],
): Promise<void> {
  await saveComments(tx, repositoryId, comments);
  const aside = comments.map(({ externalId }) => `comment ${externalId}`);
  await tx.quarantine.deleteMany({
    where: { repositoryId, stream: "comments", at: { in: aside } },
  });
  await unbury(
    tx,
    repositoryId,
    "comment",
    comments.map(({ externalId }) => externalId),
  );
}

const numbersOf = (rows: readonly { number: number }[]): string[] =>
  rows.map(({ number }) => String(number));
