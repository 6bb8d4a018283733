import { AppError } from "#/lib/errors.ts";
import { ForgeError } from "#/lib/forge/forge-error.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { loadPullRequestsWithoutFiles } from "#/lib/store/load-without-files.ts";
import { type FilesOfPullRequest, saveChangedFiles } from "#/lib/store/save-changed-files.ts";
import { completePass } from "#/lib/store/sync-streams.ts";
import type { SyncTask } from "./sync-task.ts";

const AT_ONCE = 4;
const BATCH = 40;

type Failure = { readonly number: number; readonly error: ForgeError };

/**
 * Asks for the file lists that are still missing, newest merge first; what was read stays when it is
 * interrupted. A list that the forge fails on is passed over and asked for again by the next sync,
 * for one broken pull request must not hide the rest; a batch that fails whole ends the pass.
 */
export async function syncFiles(task: SyncTask): Promise<void> {
  const wanted = await loadPullRequestsWithoutFiles(task.repositoryId, task.filesSince);
  const failures: Failure[] = [];
  for (let done = 0; done < wanted.length; done += BATCH) {
    task.signal.throwIfAborted();
    const batch = wanted.slice(done, done + BATCH);
    const { lists, failed } = await askAll(task, batch);
    await inTransaction((tx) => saveChangedFiles(tx, task.repositoryId, lists));
    failures.push(...failed);
    if (lists.length === 0) throw notAllRead(failures);
    await task.report({ phase: "files", done: done + batch.length, total: wanted.length });
  }
  const at = task.now();
  const { repositoryId } = task;
  await inTransaction((tx) =>
    completePass(tx, { repositoryId, stream: "files", passStartedAt: at, forgeTotal: null, at }),
  );
  if (failures.length > 0) throw notAllRead(failures);
}

async function askAll(
  task: SyncTask,
  numbers: readonly number[],
): Promise<{ lists: FilesOfPullRequest[]; failed: Failure[] }> {
  const queue = [...numbers];
  const lists: FilesOfPullRequest[] = [];
  const failed: Failure[] = [];
  const ask = async () => {
    for (let number = queue.shift(); number !== undefined; number = queue.shift()) {
      try {
        lists.push({ number, files: await task.forge.changedFiles(task.fullName, { number }) });
      } catch (error) {
        if (!(error instanceof ForgeError) || error.code !== "unavailable") throw error;
        failed.push({ number, error });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return { lists, failed };
}

function notAllRead(failures: readonly Failure[]): AppError {
  const [first] = failures;
  return new AppError(
    "unavailable",
    `The files of ${failures.length} pull requests could not be read, #${first?.number} among them; they stay unknown until the next sync, which asks again. ${first?.error.message}`,
    { cause: first?.error },
  );
}
