import { AppError, messageOf } from "#/lib/errors.ts";
import type { Forge } from "#/lib/forge/forge.ts";
import { log } from "#/lib/log.ts";
import { db } from "#/lib/store/db.ts";
import { loadRepositoryToSync } from "#/lib/store/load-repository-to-sync.ts";
import { withRepositoryLock } from "#/lib/store/repository-lock.ts";
import { saveRepository } from "#/lib/store/save-repository.ts";
import { endRun, saveProgress, startRun } from "#/lib/store/sync-runs.ts";
import { readOrRefuse } from "./read-or-refuse.ts";
import { syncChecks } from "./sync-checks.ts";
import { syncCommits } from "./sync-commits.ts";
import { syncFiles } from "./sync-files.ts";
import { syncPatches } from "./sync-patches.ts";
import { syncProtection } from "./sync-protection.ts";
import { syncSources } from "./sync-sources.ts";
import { syncStream } from "./sync-stream.ts";
import type { SyncTask } from "./sync-task.ts";
import { syncWorkflows } from "./sync-workflows.ts";

export type SyncOutcome = "done" | "failed" | "elsewhere";

/**
 * Brings one repository up to date; only one worker at a time does, another finds it `elsewhere`.
 * A failure ends the run with its reason, what was read stays, and the next run goes on from there; a
 * stream that is refused fails no run, it carries its reason itself.
 */
export async function syncRepository(input: {
  repositoryId: number;
  forge: Forge;
  now: () => Date;
  signal: AbortSignal;
}): Promise<SyncOutcome> {
  const { repositoryId, forge, now, signal } = input;
  const outcome = await withRepositoryLock(repositoryId, async (): Promise<SyncOutcome> => {
    const runId = await startRun(repositoryId, now());
    try {
      await readAll({ repositoryId, forge, now, signal, runId });
      await endRun(runId, null, now(), forge.requests());
      return "done";
    } catch (error) {
      if (!(error instanceof AppError) && !signal.aborted)
        log.error({ err: error, repositoryId }, "sync failed");
      await endRun(runId, messageOf(error), now(), forge.requests());
      return "failed";
    }
  });
  return outcome ?? "elsewhere";
}

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
  await readOrRefuse(task, "workflows", () => syncWorkflows(task));
  await readOrRefuse(task, "pulls", () => syncStream(task, "pulls"));
  await readOrRefuse(task, "commits", () => syncCommits(task));
  await readOrRefuse(task, "files", () => syncFiles(task));
  // What a pull request closes can make a fix of it, and only a fix's patches and checks are read.
  await readOrRefuse(task, "issues", () => syncStream(task, "issues"));
  await readOrRefuse(task, "patches", () => syncPatches(task));
  await readOrRefuse(task, "sources", () => syncSources(task));
  await readOrRefuse(task, "checks", () => syncChecks(task));
  await readOrRefuse(task, "protection", () => syncProtection(task));
  await readOrRefuse(task, "comments", () => syncStream(task, "comments"));
}
