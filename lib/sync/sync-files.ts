import { inTransaction } from "#/lib/store/db.ts";
import { loadPullRequestsWithoutFiles } from "#/lib/store/load-without-files.ts";
import { type FilesOfPullRequest, saveChangedFiles } from "#/lib/store/save-changed-files.ts";
import { completePass } from "#/lib/store/sync-streams.ts";
import type { SyncTask } from "./sync-task.ts";

const AT_ONCE = 4;
const BATCH = 40;

/** Asks for the file lists that are still missing, newest merge first; what was read stays when it is interrupted. */
export async function syncFiles(task: SyncTask): Promise<void> {
  const wanted = await loadPullRequestsWithoutFiles(task.repositoryId, task.filesSince);
  for (let done = 0; done < wanted.length; done += BATCH) {
    task.signal.throwIfAborted();
    const lists = await askAll(task, wanted.slice(done, done + BATCH));
    await inTransaction((tx) => saveChangedFiles(tx, task.repositoryId, lists));
    await task.report({ phase: "files", done: done + lists.length, total: wanted.length });
  }
  const at = task.now();
  const { repositoryId } = task;
  await inTransaction((tx) =>
    completePass(tx, { repositoryId, stream: "files", passStartedAt: at, forgeTotal: null, at }),
  );
}

async function askAll(task: SyncTask, numbers: readonly number[]): Promise<FilesOfPullRequest[]> {
  const queue = [...numbers];
  const lists: FilesOfPullRequest[] = [];
  const ask = async () => {
    for (let number = queue.shift(); number !== undefined; number = queue.shift()) {
      lists.push({ number, files: await task.forge.changedFiles(task.fullName, { number }) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return lists;
}
