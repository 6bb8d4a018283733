import { type Gate, gateRef } from "#/lib/coverage/gate/gate.ts";
import type { JudgedRepository } from "./assessment.ts";
import type { Tx } from "./db.ts";
import { definitionOf } from "./gate-definition.ts";
import { lastOfEach, recordset } from "./recordset.ts";

const NOT_HELD = "What the branch demands was not held against its jobs yet.";

/** Replaces what is derived from the workflow files of a repository; a gate that stays keeps its number. */
export async function saveGates(
  tx: Tx,
  repository: Pick<JudgedRepository, "id" | "gates" | "findings" | "required">,
): Promise<void> {
  const { id: repositoryId, gates, findings, required } = repository;
  const rows = gates.map((gate) => rowOf(gate, required));
  const jobs = recordset(lastOfEach(rows, ({ workflow, job }) => JSON.stringify([workflow, job])));
  await tx.$executeRaw`
    delete from gate t
     where t.repository_id = ${repositoryId}
       and (t.workflow, t.job) not in (
           select r.workflow, r.job from jsonb_to_recordset(${jobs}::jsonb) as r(workflow text, job text))`;
  await upsertGates(tx, repositoryId, jobs);
  await tx.finding.deleteMany({ where: { repositoryId } });
  await tx.$executeRaw`
    insert into finding (repository_id, kind, workflow, job, line, message)
    select ${repositoryId}, r.kind, r.workflow, r.job, r.line, r.message
      from jsonb_to_recordset(${recordset(findings)}::jsonb) as r(
           kind text, workflow text, job text, line int, message text)`;
}

function rowOf(gate: Gate, required: JudgedRepository["required"]) {
  const held = required.known ? required.value.get(gateRef(gate)) : undefined;
  const why = required.known ? NOT_HELD : required.why;
  return {
    ...columnsOf(gate),
    workflowName: gate.workflowName ?? gate.workflow,
    paths: [...gate.paths, ...gate.pathsIgnore.map((path) => `!${path}`)],
    required: held?.required ?? null,
    requiredWhy: held ? held.why : why,
    contexts: held?.contexts ?? [],
    definition: definitionOf(gate),
  };
}

const columnsOf = ({
  workflow,
  job,
  name,
  kind,
  triggers,
  testPaths,
  runsOnPullRequest,
  masked,
  maskReason,
  line,
}: Gate) => ({
  workflow,
  job,
  name,
  kind,
  triggers,
  testPaths,
  runsOnPullRequest,
  masked,
  maskReason,
  line,
});

const upsertGates = (tx: Tx, repositoryId: number, jobs: string) => tx.$executeRaw`
  insert into gate as t (repository_id, workflow, workflow_name, job, name, kind, triggers, paths, test_paths,
         runs_on_pull_request, masked, mask_reason, line, required, required_why, contexts, definition)
  select ${repositoryId}, r.workflow, r."workflowName", r.job, r.name, r.kind,
         array(select jsonb_array_elements_text(r.triggers)), array(select jsonb_array_elements_text(r.paths)),
         array(select jsonb_array_elements_text(r."testPaths")), r."runsOnPullRequest", r.masked, r."maskReason", r.line,
         r.required, r."requiredWhy", array(select jsonb_array_elements_text(r.contexts)), r.definition
    from jsonb_to_recordset(${jobs}::jsonb) as r(
         workflow text, "workflowName" text, job text, name text, kind text, triggers jsonb, paths jsonb,
         "testPaths" jsonb, "runsOnPullRequest" boolean, masked boolean, "maskReason" text, line int,
         required text, "requiredWhy" text, contexts jsonb, definition jsonb)
      on conflict (repository_id, workflow, job) do update
     set workflow_name = excluded.workflow_name, name = excluded.name, kind = excluded.kind,
         triggers = excluded.triggers, paths = excluded.paths, test_paths = excluded.test_paths,
         runs_on_pull_request = excluded.runs_on_pull_request, masked = excluded.masked,
         mask_reason = excluded.mask_reason, line = excluded.line, required = excluded.required,
         required_why = excluded.required_why, contexts = excluded.contexts,
         definition = excluded.definition`;
