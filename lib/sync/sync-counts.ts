import { db } from "#/lib/store/db.ts";
import { loadHeldCounts } from "#/lib/store/load-held-counts.ts";
import { completePass, loadStream, makeDue, saveTotal } from "#/lib/store/sync-streams.ts";
import type { WalkedStream } from "#/lib/store/walk-seen.ts";
import type { SyncTask } from "./sync-task.ts";
import { after, EVERY_MS } from "./timers.ts";

const WALKED: readonly WalkedStream[] = ["issues", "pulls", "comments"];

/** Asks the forge how many rows it has; where that differs from what is held, everything is walked over again, at most every six hours. */
export async function syncCounts(task: SyncTask): Promise<void> {
  const { repositoryId } = task;
  const counts = await task.forge.counts(task.fullName);
  const held = await loadHeldCounts(repositoryId);
  const at = task.now();
  for (const stream of WALKED) {
    const said = counts[stream];
    if (!said.known) continue;
    await saveTotal(db, { repositoryId, stream, forgeTotal: said.value, at });
    const { wholeAt } = await loadStream(repositoryId, stream);
    const isRested =
      wholeAt !== null && at.getTime() - wholeAt.getTime() >= EVERY_MS.wholeAfterCount;
    if (isRested && said.value !== held[stream]) await makeDue(db, repositoryId, [stream]);
  }
  await completePass(db, {
    repositoryId,
    stream: "counts",
    passStartedAt: at,
    forgeTotal: null,
    at,
    dueAt: after(at, "counts"),
  });
}
