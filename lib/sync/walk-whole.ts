import type { Page, RowOf } from "#/lib/forge/forge.ts";
import { db, inTransaction, type Tx } from "#/lib/store/db.ts";
import { quarantine, releaseQuarantine } from "#/lib/store/quarantine.ts";
import { completePass, loadStream, savePosition } from "#/lib/store/sync-streams.ts";
import { clearSeen, saveSeen, type WalkedStream } from "#/lib/store/walk-seen.ts";
import { pagesAhead } from "./pages-ahead.ts";
import { saveCommentRows, saveIssueRows, savePullRows } from "./save-rows.ts";
import type { SyncTask } from "./sync-task.ts";
import { after } from "./timers.ts";
import { verifyUnseen } from "./verify-unseen.ts";
import { readWalkPosition, type WalkPosition, writeWalkPosition } from "./walk-position.ts";

type Kind<S extends WalkedStream> = {
  readonly save: (tx: Tx, task: SyncTask, rows: readonly RowOf[S][]) => Promise<void>;
  readonly keyOf: (row: RowOf[S]) => string;
};

const KINDS: { readonly [S in WalkedStream]: Kind<S> } = {
  issues: { save: saveIssueRows, keyOf: ({ number }) => String(number) },
  pulls: { save: savePullRows, keyOf: ({ number }) => String(number) },
  comments: { save: saveCommentRows, keyOf: ({ externalId }) => externalId },
};

/** Whether a walk over everything has to be made, or is under way. */
export async function isWholeDue(task: SyncTask, stream: WalkedStream): Promise<boolean> {
  const { wholeAt, dueAt, position, refusal } = await loadStream(task.repositoryId, stream);
  // What changed while it was refused is not known.
  if (refusal !== null || wholeAt === null || dueAt === null || dueAt <= task.now()) return true;
  return readWalkPosition(position, true) !== null;
}

/**
 * Walks over every row of a stream, newest first where the forge allows it, and asks by itself for what is
 * held and was not met: it is gone, moved, or was hidden by the list's own movement. A page, its position
 * and what it met are one transaction, so a killed walk goes on where it was; the watermark moves only at
 * the end, to the forge's clock at the first request.
 */
export async function walkWhole<S extends WalkedStream>(task: SyncTask, stream: S): Promise<void> {
  const { repositoryId } = task;
  const state = await loadStream(repositoryId, stream);
  const before = readWalkPosition(state.position, true);
  const walk = before ?? { whole: true, beganAt: task.now(), at: null, verifying: false };
  let startedAt = before === null ? null : state.passStartedAt;
  if (before === null) await clearSeen(db, { repositoryId, stream });
  if (!walk.verifying) {
    let read = 0;
    for await (const page of pagesAhead(task, { stream, position: walk.at, since: null })) {
      startedAt ??= page.serverTime;
      await task.confirm();
      await savePage({ task, stream, walk, startedAt, page });
      read += page.rows.length;
      await task.report({ phase: stream, done: read, total: page.total });
    }
  }
  await verifyUnseen(task, stream);
  const at = task.now();
  await inTransaction(async (tx) => {
    await completePass(tx, {
      repositoryId,
      stream,
      passStartedAt: startedAt ?? at,
      forgeTotal: null,
      at,
      whole: true,
      dueAt: after(at, "whole"),
    });
    await clearSeen(tx, { repositoryId, stream });
    await releaseQuarantine(tx, repositoryId, stream, walk.beganAt);
  });
}

async function savePage<S extends WalkedStream>(input: {
  task: SyncTask;
  stream: S;
  walk: WalkPosition;
  startedAt: Date;
  page: Page<RowOf[S]>;
}): Promise<void> {
  const { task, stream, walk, startedAt, page } = input;
  const { repositoryId } = task;
  const { save, keyOf } = KINDS[stream];
  const position = { ...walk, at: page.next, verifying: page.next === null };
  const created = page.rows.map(({ createdAt }) => createdAt.getTime());
  await inTransaction(async (tx) => {
    await save(tx, task, page.rows);
    await saveSeen(tx, { repositoryId, stream }, page.rows.map(keyOf));
    await quarantine(tx, { repositoryId, stream, at: task.now() }, page.poison);
    await savePosition(tx, {
      repositoryId,
      stream,
      passStartedAt: startedAt,
      forgeTotal: page.total,
      position: writeWalkPosition(position),
      ...(created.length > 0 ? { reachedBack: new Date(Math.min(...created)) } : {}),
    });
  });
}
