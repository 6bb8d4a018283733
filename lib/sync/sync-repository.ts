import { AppError, messageOf } from "#/lib/errors.ts";
import type { Forge } from "#/lib/forge/forge.ts";
import { log } from "#/lib/log.ts";
import { db } from "#/lib/store/db.ts";
import { loadRepositoryToSync } from "#/lib/store/load-repository-to-sync.ts";
import { withRepositoryLock } from "#/lib/store/repository-lock.ts";
import { saveRepository } from "#/lib/store/save-repository.ts";
import { saveSourceState } from "#/lib/store/save-source-state.ts";
import { endRun, saveProgress, startRun } from "#/lib/store/sync-runs.ts";
import { syncFiles } from "./sync-files.ts";
import { syncStream } from "./sync-stream.ts";
import type { SyncTask } from "./sync-task.ts";
import { syncWorkflows } from "./sync-workflows.ts";

export type SyncOutcome = "done" | "failed" | "elsewhere";

/**
 * Brings one repository up to date; only one worker at a time does, another finds it `elsewhere`.
 * A failure ends the run with its reason, what was read stays, and the next run goes on from there.
 */
export async function syncRepository(input: {
  repositoryId: number;
  forge: Forge;
  now: () => Date;
  signal: AbortSignal;
}): Promise<SyncOutcome> {
  const { repositoryId, forge, now, signal } = input;
  const outcome = await withRepositoryLock(repositoryId, async (): Promise<SyncOutcome> => {
    const { sourceId } = await loadRepositoryToSync(repositoryId);
    const runId = await startRun(repositoryId, now());
    try {
      await readAll({ repositoryId, forge, now, signal, runId });
      await endRun(runId, null, now(), forge.requests());
      await saveSourceState(sourceId, null);
      return "done";
    } catch (error) {
      if (!(error instanceof AppError) && !signal.aborted)
        log.error({ err: error, repositoryId }, "sync failed");
      await endRun(runId, messageOf(error), now(), forge.requests());
      if (!signal.aborted && concernsSource(error))
        await saveSourceState(sourceId, messageOf(error));
      return "failed";
    }
  });
  return outcome ?? "elsewhere";
}

// A refused token or a forge that is down concerns everything that is read from there.
const concernsSource = (error: unknown): boolean =>
  error instanceof AppError && (error.code === "forbidden" || error.code === "unavailable");

async function readAll(input: {
  repositoryId: number;
  forge: Forge;
  now: () => Date;
  signal: AbortSignal;
  runId: number;
}): Promise<void> {
  const { repositoryId, forge, now, signal, runId } = input;
  const stored = await loadRepositoryToSync(repositoryId);
  const fact = await forge.repository(stored.fullName);
  if (fact.externalId !== stored.externalId) {
    throw new AppError(
      "conflict",
      `${stored.fullName} is another repository now than the one that was put in scope. Put the new one in scope under an alias of its own.`,
    );
  }
  await saveRepository(db, stored.sourceId, fact);
  const task: SyncTask = {
    repositoryId,
    fullName: fact.fullName,
    defaultBranch: fact.defaultBranch,
    filesSince: stored.filesSince,
    forge,
    signal,
    now,
    report: (progress) => saveProgress(runId, progress, forge.requests()),
  };
  await syncWorkflows(task);
  await syncStream(task, "pulls");
  await syncStream(task, "issues");
  await syncStream(task, "comments");
  await syncFiles(task);
}
