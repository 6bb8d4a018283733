import type { WorkflowFileFact } from "#/lib/facts/workflow-file.ts";
import type { Tx } from "./db.ts";
import { lastOfEach, recordset } from "./recordset.ts";

/** Holds exactly the workflow files that the default branch has now; a file that stayed the same is not written again. */
export async function saveWorkflowFiles(
  tx: Tx,
  repositoryId: number,
  files: readonly WorkflowFileFact[],
): Promise<void> {
  const rows = recordset(lastOfEach(files, (file) => file.path));
  await tx.$executeRaw`
    delete from workflow_file t
     where t.repository_id = ${repositoryId}
       and t.path not in (select r.path from jsonb_to_recordset(${rows}::jsonb) as r(path text))`;
  await tx.$executeRaw`
    insert into workflow_file as t (repository_id, path, text)
    select ${repositoryId}, r.path, r.text from jsonb_to_recordset(${rows}::jsonb) as r(path text, text text)
        on conflict (repository_id, path) do update set text = excluded.text
     where t.text is distinct from excluded.text`;
}
