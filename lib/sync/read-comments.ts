import { bury } from "#/lib/store/bury.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { atOnce } from "./at-once.ts";
import { saveCommentRows } from "./save-rows.ts";
import { type Broken, isBroken, setAside } from "./set-aside.ts";
import type { SyncTask } from "./sync-task.ts";

const AT_ONCE = 4;

/** Reads comments again, each by itself: what is gone is taken out of the facts, and one that the forge cannot give while it answers for the repository is quarantined and ends nothing. */
export async function readComments(task: SyncTask, keys: readonly string[]): Promise<void> {
  const broken: Broken[] = [];
  await atOnce(keys, AT_ONCE, async (key) => {
    task.signal.throwIfAborted();
    try {
      await readComment(task, key);
    } catch (error) {
      if (!isBroken(error)) throw error;
      broken.push({ at: `comment ${key}`, number: null, error });
    }
  });
  await setAside(task, "comments", broken);
}

async function readComment(task: SyncTask, key: string): Promise<void> {
  const { repositoryId, forge, fullName, now } = task;
  const comment = await forge.comment(fullName, key);
  if (comment === "gone") await bury(repositoryId, { kind: "comment", key, movedTo: null }, now());
  else await inTransaction((tx) => saveCommentRows(tx, task, [comment]));
}
