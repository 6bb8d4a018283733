import type { ForgeError } from "#/lib/forge/forge-error.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { loadRunsWithoutJobs } from "#/lib/store/load-runs-due.ts";
import { type JobsOfRun, saveJobs } from "#/lib/store/save-jobs.ts";
import { completePass, refusePass } from "#/lib/store/sync-streams.ts";
import type { SyncTask } from "./sync-task.ts";
import { before } from "./timers.ts";

// Some forges want a request a run: newest first, and the next pass goes on.
const RUNS_MAX = 200;
const BATCH = 50;

/** Reads the jobs of runs that ended since they were read, newest first, so many a pass. */
export async function syncJobs(task: SyncTask): Promise<void> {
  const { repositoryId } = task;
  const runs = await loadRunsWithoutJobs(repositoryId, before(task.now(), "run"), RUNS_MAX);
  const failures: ForgeError[] = [];
  let batch: JobsOfRun[] = [];
  let done = 0;
  const save = async () => {
    await inTransaction((tx) => saveJobs(tx, repositoryId, batch));
    done += batch.length;
    batch = [];
    await task.report({ phase: "jobs", done, total: runs.length });
  };
  const asked = new Map(runs.map((run) => [run.externalId, run]));
  for await (const answer of runs.length === 0 ? [] : jobsOf(task, [...asked.keys()])) {
    task.signal.throwIfAborted();
    const run = asked.get(answer.run);
    if ("failure" in answer) failures.push(answer.failure);
    else if (run) batch.push({ run, jobs: answer.jobs });
    if (batch.length >= BATCH) await save();
  }
  if (batch.length > 0) await save();
  const [first] = failures;
  if (first) {
    const refusal = `The jobs of ${failures.length} runs could not be read; the next sync asks again. ${first.message}`;
    await refusePass({ repositoryId, stream: "jobs", refusal });
    return;
  }
  const at = task.now();
  await inTransaction((tx) =>
    completePass(tx, { repositoryId, stream: "jobs", passStartedAt: at, forgeTotal: null, at }),
  );
}

const jobsOf = ({ forge, fullName }: SyncTask, runs: readonly string[]) =>
  forge.jobs(fullName, runs);
