import { answerTrial } from "#/lib/assess/answer-trial.ts";
import { assessProgram } from "#/lib/assess/assess-program.ts";
import { readClock } from "#/lib/clock.ts";
import type { JobInput, JobName } from "#/lib/jobs/definitions.ts";
import { enqueue } from "#/lib/jobs/queue.ts";
import { loadProgramsOf } from "#/lib/store/load-programs-of.ts";
import { loadRepositoriesToSync } from "#/lib/store/load-repositories-to-sync.ts";
import { loadRepositoryToSync } from "#/lib/store/load-repository-to-sync.ts";
import { openSource } from "#/lib/sync/ask-source.ts";
import { syncRepository } from "#/lib/sync/sync-repository.ts";

type Handlers = {
  readonly [Name in JobName]: (input: JobInput<Name>, signal: AbortSignal) => Promise<void>;
};

/** What each job does. A job that is run twice finds nothing left to do. */
export const handlers: Handlers = {
  async "plan-syncs"() {
    for (const repositoryId of await loadRepositoriesToSync({})) {
      await enqueue("sync-repository", { repositoryId });
    }
  },
  async "sync-repository"({ repositoryId }, signal) {
    const { sourceId } = await loadRepositoryToSync(repositoryId);
    const forge = await openSource(sourceId);
    await syncRepository({ repositoryId, forge, now: readClock, signal });
    for (const programId of await loadProgramsOf(repositoryId))
      await enqueue("assess-program", { programId });
  },
  async "assess-program"({ programId }) {
    await assessProgram(programId, readClock());
  },
  async "try-policy"({ trialId }) {
    await answerTrial(trialId, readClock);
  },
};
