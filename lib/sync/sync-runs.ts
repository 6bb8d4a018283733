import type { WorkflowRunFact } from "#/lib/facts/workflow-run.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { loadHeldRuns } from "#/lib/store/load-held-runs.ts";
import { loadOldestUnfinished } from "#/lib/store/load-runs-due.ts";
import { quarantine } from "#/lib/store/quarantine.ts";
import { saveRuns } from "#/lib/store/save-runs.ts";
import { completePass, loadStream, savePosition } from "#/lib/store/sync-streams.ts";
import { overlapping } from "./overlap.ts";
import { pagesAhead } from "./pages-ahead.ts";
import type { SyncTask } from "./sync-task.ts";
import { before as earlier } from "./timers.ts";
import { readWalkPosition, writeWalkPosition } from "./walk-position.ts";

// Some forges tell no creation but the start, and a run that waited lies behind those that started before
// it. After a day they give one up that waits. Source: Gitea's `ABANDONED_JOB_TIMEOUT`.
const WAITS_MS = 24 * 60 * 60 * 1000;

/**
 * Reads runs, newest first: those created since the last pass, and back to the oldest one that was not over
 * then; the first time those of the program's window.
 */
export async function syncRuns(task: SyncTask): Promise<void> {
  const { repositoryId } = task;
  const state = await loadStream(repositoryId, "runs");
  const before = readWalkPosition(state.position, false);
  const walk = before ?? { whole: false, beganAt: task.now(), at: null, verifying: false };
  let startedAt = before === null ? null : state.passStartedAt;
  const since = await fromWhen(task, state.watermark);
  let read = 0;
  for await (const page of pagesAhead(task, { stream: "runs", position: walk.at, since })) {
    const passStartedAt = (startedAt ??= page.serverTime);
    const runs = await goneOn(repositoryId, page.rows);
    if (runs.length > 0) await task.confirm();
    await inTransaction(async (tx) => {
      await saveRuns(tx, repositoryId, runs);
      await quarantine(tx, { repositoryId, stream: "runs", at: task.now() }, page.poison);
      const pass = { repositoryId, stream: "runs", passStartedAt, forgeTotal: null } as const;
      const position = writeWalkPosition({ ...walk, at: page.next });
      if (page.next !== null) await savePosition(tx, { ...pass, position });
      else await completePass(tx, { ...pass, at: task.now() });
    });
    read += runs.length;
    if (read > 0) await task.report({ phase: "runs", done: read, total: null });
  }
  // Behind the page where a killed pass went on lies none that was created since it set out.
  if (before !== null) await syncRuns(task);
}

/** Those that are new or went on: most forges have no filter, and their first page holds what is known. */
async function goneOn(
  repositoryId: number,
  runs: readonly WorkflowRunFact[],
): Promise<readonly WorkflowRunFact[]> {
  const held = await loadHeldRuns(
    repositoryId,
    runs.map(({ externalId }) => externalId),
  );
  return runs.filter((run) => {
    const one = held.get(run.externalId);
    return (
      one?.state !== run.state ||
      one.attempt !== run.attempt ||
      one.startedAt?.getTime() !== run.startedAt?.getTime() ||
      one.endedAt?.getTime() !== run.endedAt?.getTime()
    );
  });
}

async function fromWhen(
  { repositoryId, filesSince, now }: SyncTask,
  watermark: Date | null,
): Promise<Date | null> {
  if (watermark === null) return filesSince;
  const oldest = await loadOldestUnfinished(repositoryId, earlier(now(), "run"));
  const since = overlapping(watermark);
  if (oldest === null) return since;
  const reach = new Date(oldest.getTime() - WAITS_MS);
  return reach < since ? reach : since;
}
