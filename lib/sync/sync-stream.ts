import { AppError } from "#/lib/errors.ts";
import type { CommentFact } from "#/lib/facts/comment.ts";
import type { IssueFact } from "#/lib/facts/issue.ts";
import type { Page, RowOf, Stream, StreamedPullRequest } from "#/lib/forge/forge.ts";
import { inTransaction, type Tx } from "#/lib/store/db.ts";
import { saveChangedFiles } from "#/lib/store/save-changed-files.ts";
import { saveComments } from "#/lib/store/save-comments.ts";
import { saveIssues } from "#/lib/store/save-issues.ts";
import { savePullRequests } from "#/lib/store/save-pull-requests.ts";
import { completePass, loadStream, savePosition } from "#/lib/store/sync-streams.ts";
import { planPass } from "./plan-pass.ts";
import type { SyncTask } from "./sync-task.ts";

const PAGES_MAX = 100_000;

const SAVE: {
  readonly [S in Stream]: (
    tx: Tx,
    repositoryId: number,
    rows: readonly RowOf[S][],
  ) => Promise<void>;
} = {
  issues: (tx, repositoryId, rows: readonly IssueFact[]) => saveIssues(tx, repositoryId, rows),
  comments: (tx, repositoryId, rows: readonly CommentFact[]) =>
    saveComments(tx, repositoryId, rows),
  pulls: savePullRequestsWithFiles,
};

async function savePullRequestsWithFiles(
  tx: Tx,
  repositoryId: number,
  rows: readonly StreamedPullRequest[],
): Promise<void> {
  await savePullRequests(
    tx,
    repositoryId,
    rows.map(({ files, ...pullRequest }) => pullRequest),
  );
  const lists = rows.flatMap(({ number, files }) => (files === null ? [] : [{ number, files }]));
  await saveChangedFiles(tx, repositoryId, lists);
}

/**
 * Reads one stream to its end, a page at a time. Rows and position are one transaction, so a killed
 * walk goes on where it was; the watermark moves only when the whole pass is through.
 */
export async function syncStream<S extends Stream>(task: SyncTask, stream: S): Promise<void> {
  const { repositoryId } = task;
  const plan = planPass(await loadStream(repositoryId, stream));
  let { position, startedAt } = plan;
  let read = 0;
  for (let pages = 1; pages <= PAGES_MAX; pages += 1) {
    task.signal.throwIfAborted();
    const page: Page<RowOf[S]> = await task.forge.page({
      stream,
      repository: task.fullName,
      position,
      since: plan.since,
    });
    startedAt ??= page.serverTime;
    const passStartedAt = startedAt;
    const forgeTotal = plan.since === null || stream === "pulls" ? page.total : null;
    await inTransaction(async (tx) => {
      await SAVE[stream](tx, repositoryId, page.rows);
      const fields = { repositoryId, stream, passStartedAt, forgeTotal };
      if (page.next) await savePosition(tx, { ...fields, position: page.next });
      else await completePass(tx, { ...fields, at: task.now() });
    });
    read += page.rows.length;
    await task.report({ phase: stream, done: read, total: page.total });
    if (page.next === null) return;
    position = page.next;
  }
  throw new AppError(
    "failed",
    `Stopped after ${PAGES_MAX} pages of ${stream} before the list ended. What was read is kept; report this with the repository's size.`,
  );
}
