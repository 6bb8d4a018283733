import type { WorkflowFileFact } from "#/lib/facts/workflow-file.ts";
import type { Tx } from "./db.ts";

/** Replaces the workflow files of a repository by those that its default branch has now. */
export async function saveWorkflowFiles(
  tx: Tx,
  repositoryId: number,
  files: readonly WorkflowFileFact[],
): Promise<void> {
  await tx.workflowFile.deleteMany({ where: { repositoryId } });
  await tx.workflowFile.createMany({ data: files.map((file) => ({ repositoryId, ...file })) });
}
