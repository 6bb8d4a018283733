import { answerTrial } from "#/lib/assess/answer-trial.ts";
import { assessProgram } from "#/lib/assess/assess-program.ts";
import { readClock } from "#/lib/clock.ts";
import type { JobInput, JobName } from "#/lib/jobs/definitions.ts";
import { enqueue } from "#/lib/jobs/queue.ts";
import { loadProgramsOf } from "#/lib/store/load-programs-of.ts";
import { loadRepositoriesToSync } from "#/lib/store/load-repositories-to-sync.ts";
import { loadRepositoryToSync } from "#/lib/store/load-repository-to-sync.ts";
import { loadTouched } from "#/lib/store/touches.ts";
import { openRepositoryForge } from "#/lib/sync/ask-source.ts";
import { refreshTouched } from "#/lib/sync/refresh-touched.ts";
import { type SyncInput, type SyncOutcome, syncRepository } from "#/lib/sync/sync-repository.ts";

type Handlers = {
  readonly [Name in JobName]: (input: JobInput<Name>, signal: AbortSignal) => Promise<void>;
};

/** What each job does. A job that is run twice finds nothing left to do. */
export const handlers: Handlers = {
  async "plan-syncs"() {
    const repositoryIds = await loadRepositoriesToSync({ dueAt: readClock() });
    for (const repositoryId of repositoryIds) await enqueue("sync-repository", { repositoryId });
    // What was hinted at and not read yet, as by a worker that was killed.
    for (const repositoryId of await loadTouched(repositoryIds))
      await enqueue("refresh-repository", { repositoryId });
  },
  "sync-repository": ({ repositoryId }, signal) =>
    bring({ repositoryId, job: "sync-repository", by: syncRepository }, signal),
  "refresh-repository": ({ repositoryId }, signal) =>
    bring({ repositoryId, job: "refresh-repository", by: refreshTouched }, signal),
  async "assess-program"({ programId }) {
    await assessProgram(programId, readClock());
  },
  async "try-policy"({ trialId }) {
    await answerTrial(trialId, readClock);
  },
};

const ELSEWHERE_MS = 60_000;
const later = (ms: number): Date => new Date(readClock().getTime() + ms);

type Bring = {
  readonly repositoryId: number;
  readonly job: "sync-repository" | "refresh-repository";
  readonly by: (input: SyncInput) => Promise<SyncOutcome>;
};

/** What rests on the repository is judged again; a limit that is used up gives the job back until it is there again. */
async function bring({ repositoryId, job, by }: Bring, signal: AbortSignal): Promise<void> {
  const { sourceId } = await loadRepositoryToSync(repositoryId);
  const forge = await openRepositoryForge({ sourceId, repositoryId, signal });
  const outcome = await by({ repositoryId, forge, now: readClock, signal });
  if (outcome.state === "waiting")
    await enqueue(job, { repositoryId }, { startAfter: outcome.resumesAt, why: "limit" });
  if (outcome.state === "elsewhere") {
    // Whoever is at it may be past what is asked for now.
    await enqueue(job, { repositoryId }, { startAfter: later(ELSEWHERE_MS), why: "elsewhere" });
    return;
  }
  for (const programId of await loadProgramsOf(repositoryId))
    await enqueue("assess-program", { programId });
}
