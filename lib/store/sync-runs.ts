import { db } from "./db.ts";
import { tellWatchers } from "./watchers.ts";

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
    data: { repositoryId, state: "running", phase: "starting", startedAt: at },
  });
  await tellWatchers();
  return run.id;
}

/** Shows how far a run is, and tells those who watch. */
export const saveProgress = async (
  runId: number,
  progress: Progress,
  requests: number,
): Promise<void> => {
  await db.syncRun.update({ where: { id: runId }, data: { ...progress, requests } });
  await tellWatchers();
};

/** How a run ended: with everything read, with a reason, or in wait for a limit that is used up until a moment. */
export type RunEnd =
  | { readonly state: "done" }
  | { readonly state: "failed"; readonly error: string }
  | { readonly state: "waiting"; readonly error: string; readonly resumesAt: Date };

/** Closes a run. */
export const endRun = async (
  runId: number,
  end: RunEnd,
  at: Date,
  requests: number,
): Promise<void> => {
  const { state } = end;
  const error = state === "done" ? null : end.error;
  const resumesAt = state === "waiting" ? end.resumesAt : null;
  await db.syncRun.update({
    where: { id: runId },
    data: { state, error, resumesAt, endedAt: at, requests },
  });
  await tellWatchers();
};
