import { inTransaction } from "#/lib/store/db.ts";
import { loadTip } from "#/lib/store/load-commit-line.ts";
import { saveWorkflowFiles } from "#/lib/store/save-workflow-files.ts";
import { completePass, loadStream, markRead, refusePass } from "#/lib/store/sync-streams.ts";
import type { SyncTask } from "./sync-task.ts";

/** Reads the workflow files of the default branch, unless it stands where it stood; when they cannot be read the last ones stay and the stream says why. */
export async function syncWorkflows(task: SyncTask): Promise<void> {
  const { repositoryId } = task;
  const tip = await loadTip(repositoryId);
  const { mark, refusal, completedAt } = await loadStream(repositoryId, "workflows");
  const at = task.now();
  const isTipRead = (await loadStream(repositoryId, "commits")).refusal === null;
  if (isTipRead && tip !== null && mark === tip && refusal === null && completedAt !== null) {
    await inTransaction((tx) => markRead(tx, repositoryId, ["workflows"], at));
    return;
  }
  await task.report({ phase: "workflows", done: 0, total: null });
  const files = await task.forge.workflowFiles(task.fullName, task.defaultBranch);
  if (!files.known) {
    await refusePass({ repositoryId, stream: "workflows", refusal: files.why });
    return;
  }
  await task.confirm();
  await inTransaction(async (tx) => {
    await saveWorkflowFiles(tx, repositoryId, files.value);
    await completePass(tx, {
      repositoryId,
      stream: "workflows",
      passStartedAt: at,
      forgeTotal: files.value.length,
      at,
      mark: tip ?? "",
    });
  });
}
