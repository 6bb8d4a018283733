import type { Known } from "#/lib/facts/known.ts";
import type { WorkflowJobFact } from "#/lib/facts/workflow-run.ts";
import type { Db } from "./db.ts";
import type { RunAsked } from "./load-runs-due.ts";
import { lastOfEach, recordset } from "./recordset.ts";

export type JobsOfRun = {
  /** The run as it was when it was asked for. */
  readonly run: RunAsked;
  readonly jobs: Known<readonly WorkflowJobFact[]>;
};

/** Holds exactly these jobs of these runs, or why those of one are unknown. Of a run that was over when they were asked for they are not asked for again. */
export async function saveJobs(
  tx: Db,
  repositoryId: number,
  lists: readonly JobsOfRun[],
): Promise<void> {
  if (lists.length === 0) return;
  const runs = lists.map(({ run }) => run.externalId);
  const rows = recordset(
    lastOfEach(
      lists.flatMap(({ run, jobs }) =>
        jobs.known ? jobs.value.map((job) => ({ ...job, runExternalId: run.externalId })) : [],
      ),
      ({ externalId }) => externalId,
    ),
  );
  await tx.$executeRaw`
    delete from workflow_job t
     where t.repository_id = ${repositoryId} and t.run_external_id = any(${runs}::text[])
       and t.external_id not in (select r."externalId" from jsonb_to_recordset(${rows}::jsonb) as r("externalId" text))`;
  await tx.$executeRaw`
    insert into workflow_job as t (repository_id, external_id, run_external_id, name, state, started_at, ended_at, steps)
    select ${repositoryId}, r."externalId", r."runExternalId", r.name, r.state, r."startedAt", r."endedAt", r.steps
      from jsonb_to_recordset(${rows}::jsonb) as r(
           "externalId" text, "runExternalId" text, name text, state text, "startedAt" timestamptz, "endedAt" timestamptz, steps jsonb)
        on conflict (repository_id, external_id) do update
       set run_external_id = excluded.run_external_id, name = excluded.name, state = excluded.state,
           started_at = excluded.started_at, ended_at = excluded.ended_at, steps = excluded.steps
     where t.* is distinct from excluded.*`;
  const marks = recordset(
    lists.map(({ run, jobs }) => ({ ...run, why: jobs.known ? null : jobs.why })),
  );
  await tx.$executeRaw`
    update workflow_run r set jobs_read = m.state <> 'pending', jobs_why = m.why
      from jsonb_to_recordset(${marks}::jsonb) as m("externalId" text, state text, attempt int, why text)
     where r.repository_id = ${repositoryId} and r.external_id = m."externalId"
       and r.state = m.state and r.attempt is not distinct from m.attempt`;
}
