import { inTransaction } from "#/lib/store/db.ts";
import { saveProtection } from "#/lib/store/save-protection.ts";
import { completePass, refusePass } from "#/lib/store/sync-streams.ts";
import type { SyncTask } from "./sync-task.ts";
import { after } from "./timers.ts";

/** Reads what the default branch demands before merging; when that cannot be told the stream says why, and what was demanded before stays on record. */
export async function syncProtection(task: SyncTask): Promise<void> {
  const { repositoryId, fullName, defaultBranch: branch } = task;
  await task.report({ phase: "protection", done: 0, total: null });
  const protection = await task.forge.protection(fullName, branch);
  if (!protection.known) {
    const dueAt = after(task.now(), "protection");
    await refusePass({ repositoryId, stream: "protection", refusal: protection.why, dueAt });
    return;
  }
  const at = task.now();
  await inTransaction(async (tx) => {
    await saveProtection(tx, { repositoryId, branch, seenAt: at, protection: protection.value });
    await completePass(tx, {
      repositoryId,
      stream: "protection",
      passStartedAt: at,
      forgeTotal: null,
      at,
      dueAt: after(at, "protection"),
    });
  });
}
