import { inTransaction } from "#/lib/store/db.ts";
import { quarantine } from "#/lib/store/quarantine.ts";
import { completePass, loadStream, savePosition } from "#/lib/store/sync-streams.ts";
import { overlapping } from "./overlap.ts";
import { pagesAhead } from "./pages-ahead.ts";
import { saveCommentRows } from "./save-rows.ts";
import type { SyncTask } from "./sync-task.ts";
import { readWalkPosition, writeWalkPosition } from "./walk-position.ts";
import { isWholeDue, walkWhole } from "./walk-whole.ts";

/** Reads the comments that are new or were edited since the last pass; all of them where that is due. */
export async function syncComments(task: SyncTask): Promise<void> {
  const { repositoryId } = task;
  if (await isWholeDue(task, "comments")) {
    const { position } = await loadStream(repositoryId, "comments");
    await walkWhole(task, "comments");
    // Of one that was killed before, and went on now, what changed since it set out is still to be read.
    if (readWalkPosition(position, true) === null) return;
  }
  const state = await loadStream(repositoryId, "comments");
  const { watermark, dueAt } = state;
  const before = readWalkPosition(state.position, false);
  const walk = before ?? { whole: false, beganAt: task.now(), at: null, verifying: false };
  let startedAt = before === null ? null : state.passStartedAt;
  const since = watermark && overlapping(watermark);
  for await (const page of pagesAhead(task, { stream: "comments", position: walk.at, since })) {
    const passStartedAt = (startedAt ??= page.serverTime);
    if (page.rows.length > 0) await task.confirm();
    await inTransaction(async (tx) => {
      await saveCommentRows(tx, task, page.rows);
      await quarantine(tx, { repositoryId, stream: "comments", at: task.now() }, page.poison);
      const pass = { repositoryId, stream: "comments", passStartedAt, forgeTotal: null } as const;
      const position = writeWalkPosition({ ...walk, at: page.next });
      if (page.next !== null) await savePosition(tx, { ...pass, position });
      else await completePass(tx, { ...pass, at: task.now(), ...(dueAt && { dueAt }) });
    });
  }
  if (before !== null) await syncComments(task);
}
