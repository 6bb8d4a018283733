import { loadUnseen, type WalkedStream } from "#/lib/store/walk-seen.ts";
import { readComments } from "./read-comments.ts";
import { readItems } from "./read-items.ts";
import type { SyncTask } from "./sync-task.ts";

/** Asks by itself for everything that is held and that a walk over everything did not meet. */
export async function verifyUnseen(task: SyncTask, stream: WalkedStream): Promise<void> {
  const keys = await loadUnseen({ repositoryId: task.repositoryId, stream });
  if (keys.length === 0) return;
  await task.confirm();
  await task.report({
    phase: `${stream}: asking for what the list did not show`,
    done: 0,
    total: keys.length,
  });
  if (stream === "comments") await readComments(task, keys);
  else await readItems(task, keys.map(Number), stream === "issues" ? "issue" : "pull");
}
