import type { WorkflowRunFact } from "#/lib/facts/workflow-run.ts";
import type { Db } from "./db.ts";
import { lastOfEach, recordset } from "./recordset.ts";

/** Upserts runs on the forge's id; the jobs of one that is another than before are read again. */
export async function saveRuns(
  tx: Db,
  repositoryId: number,
  runs: readonly WorkflowRunFact[],
): Promise<void> {
  if (runs.length === 0) return;
  const rows = recordset(lastOfEach(runs, ({ externalId }) => externalId));
  await tx.$executeRaw`
    insert into workflow_run as t (repository_id, external_id, run_number, attempt, workflow, title, event, head_sha,
           head_branch, state, created_at, started_at, ended_at, url)
    select ${repositoryId}, r."externalId", r."runNumber", r.attempt, r.workflow, r.title, r.event, r."headSha",
           r."headBranch", r.state, r."createdAt", r."startedAt", r."endedAt", r.url
      from jsonb_to_recordset(${rows}::jsonb) as r(
           "externalId" text, "runNumber" int, attempt int, workflow text, title text, event text, "headSha" text,
           "headBranch" text, state text, "createdAt" timestamptz, "startedAt" timestamptz, "endedAt" timestamptz, url text)
        on conflict (repository_id, external_id) do update
       set run_number = excluded.run_number, attempt = excluded.attempt, workflow = excluded.workflow, title = excluded.title,
           event = excluded.event, head_sha = excluded.head_sha, head_branch = excluded.head_branch, state = excluded.state,
           created_at = excluded.created_at, started_at = excluded.started_at, ended_at = excluded.ended_at, url = excluded.url,
           jobs_read = false, jobs_why = null
     where (t.run_number, t.attempt, t.workflow, t.title, t.event, t.head_sha, t.head_branch, t.state, t.created_at, t.started_at, t.ended_at, t.url)
           is distinct from
           (excluded.run_number, excluded.attempt, excluded.workflow, excluded.title, excluded.event, excluded.head_sha,
            excluded.head_branch, excluded.state, excluded.created_at, excluded.started_at, excluded.ended_at, excluded.url)`;
}
