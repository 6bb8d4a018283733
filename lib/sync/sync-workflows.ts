import { AppError } from "#/lib/errors.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { saveWorkflowFiles } from "#/lib/store/save-workflow-files.ts";
import { completePass } from "#/lib/store/sync-streams.ts";
import type { SyncTask } from "./sync-task.ts";

/** Reads the workflow files of the default branch; when they cannot be read the last ones stay and the run says why. */
export async function syncWorkflows(task: SyncTask): Promise<void> {
  await task.report({ phase: "workflows", done: 0, total: null });
  const files = await task.forge.workflowFiles(task.fullName, task.defaultBranch);
  if (!files.known)
    throw new AppError("unavailable", `The workflow files could not be read: ${files.why}`);
  const { repositoryId } = task;
  const at = task.now();
  await inTransaction(async (tx) => {
    await saveWorkflowFiles(tx, repositoryId, files.value);
    await completePass(tx, {
      repositoryId,
      stream: "workflows",
      passStartedAt: at,
      forgeTotal: files.value.length,
      at,
    });
  });
}
