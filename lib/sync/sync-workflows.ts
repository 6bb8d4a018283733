import { inTransaction } from "#/lib/store/db.ts";
import { saveWorkflowFiles } from "#/lib/store/save-workflow-files.ts";
import { completePass, refusePass } from "#/lib/store/sync-streams.ts";
import type { SyncTask } from "./sync-task.ts";

/** Reads the workflow files of the default branch; when they cannot be read the last ones stay and the stream says why. */
export async function syncWorkflows(task: SyncTask): Promise<void> {
  await task.report({ phase: "workflows", done: 0, total: null });
  const files = await task.forge.workflowFiles(task.fullName, task.defaultBranch);
  const { repositoryId } = task;
  if (!files.known) {
    await refusePass({ repositoryId, stream: "workflows", refusal: files.why });
    return;
  }
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
