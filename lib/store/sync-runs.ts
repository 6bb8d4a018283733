import { db } from "./db.ts";

export type Progress = {
  readonly phase: string;
  readonly done: number;
  readonly total: number | null;
};

/** Opens a run; earlier runs that a killed worker left open are closed as failed. */
export async function startRun(repositoryId: number, at: Date): Promise<number> {
  await db.syncRun.updateMany({
    where: { repositoryId, state: "running" },
    data: {
      state: "failed",
      error: "The worker ended before the run did; the next run goes on from there.",
      endedAt: at,
    },
  });
  const run = await db.syncRun.create({
    data: { repositoryId, state: "running", phase: "starting" },
  });
  return run.id;
}

/** Shows how far a run is. */
export const saveProgress = async (
  runId: number,
  progress: Progress,
  requests: number,
): Promise<void> => {
  await db.syncRun.update({ where: { id: runId }, data: { ...progress, requests } });
};

/** Closes a run; `error` null means that it read everything. */
export const endRun = async (
  runId: number,
  error: string | null,
  at: Date,
  requests: number,
): Promise<void> => {
  await db.syncRun.update({
    where: { id: runId },
    data: { state: error === null ? "done" : "failed", error, endedAt: at, requests },
  });
};
