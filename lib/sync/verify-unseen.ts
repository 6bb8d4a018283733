import { bury } from "#/lib/store/bury.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { loadUnseen, type WalkedStream } from "#/lib/store/walk-seen.ts";
import { atOnce } from "./at-once.ts";
import { readItems } from "./read-items.ts";
import { saveCommentRows } from "./save-rows.ts";
import type { SyncTask } from "./sync-task.ts";

const AT_ONCE = 4;

/** Asks by itself for everything that is held and that a walk over everything did not meet. */
export async function verifyUnseen(task: SyncTask, stream: WalkedStream): Promise<void> {
  const keys = await loadUnseen({ repositoryId: task.repositoryId, stream });
  if (keys.length === 0) return;
  await task.report({
    phase: `${stream}: asking for what the list did not show`,
    done: 0,
    total: keys.length,
  });
  if (stream === "comments") await verifyComments(task, keys);
  else await readItems(task, keys.map(Number), stream === "issues" ? "issue" : "pull");
}

/** Reads comments again, each by itself; one that the forge does not have any more is taken out of the facts. */
export async function verifyComments(task: SyncTask, keys: readonly string[]): Promise<void> {
  const { repositoryId, forge, fullName } = task;
  await atOnce(keys, AT_ONCE, async (key) => {
    task.signal.throwIfAborted();
    const comment = await forge.comment(fullName, key);
    if (comment === "gone")
      await bury(repositoryId, { kind: "comment", key, movedTo: null }, task.now());
    else await inTransaction((tx) => saveCommentRows(tx, task, [comment]));
  });
}
