import { AppError } from "#/lib/errors.ts";
import { unknown } from "#/lib/facts/known.ts";
import { ForgeError } from "#/lib/forge/forge-error.ts";
import { ASKED_AGAIN } from "#/lib/store/asked-again.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { loadOpenCovering } from "#/lib/store/load-open-covering.ts";
import {
  loadPullRequestsWithoutFiles,
  loadPullRequestWithFiles,
} from "#/lib/store/load-without-files.ts";
import { type FilesOfPullRequest, saveChangedFiles } from "#/lib/store/save-changed-files.ts";
import { completePass, refusePass } from "#/lib/store/sync-streams.ts";
import type { SyncTask } from "./sync-task.ts";

const AT_ONCE = 4;
const BATCH = 40;

type Failure = { readonly number: number; readonly error: ForgeError };

/**
 * Asks for the file lists that are still missing, newest merge first and behind them those of open pull
 * requests that say that they cover something; what was read stays when it is interrupted. One broken
 * list must neither hide the rest nor be taken for an outage, and an outage must make nothing unknown:
 * so where a list fails, one that was read before is asked for once more. If the forge gives that one,
 * the failed lists are unknown for a reason of their own, which the next sync tries anew; if it does
 * not, or none was ever read, the run ends and nothing is marked.
 */
export async function syncFiles(task: SyncTask): Promise<void> {
  const { repositoryId } = task;
  const open = await loadOpenCovering(repositoryId, task.defaultBranch);
  const wanted = await loadPullRequestsWithoutFiles(repositoryId, task.filesSince, open);
  const failures: Failure[] = [];
  for (let done = 0; done < wanted.length; done += BATCH) {
    task.signal.throwIfAborted();
    const batch = wanted.slice(done, done + BATCH);
    const { lists, failed } = await askAll(task, batch);
    await inTransaction((tx) => saveChangedFiles(tx, repositoryId, lists));
    failures.push(...failed);
    if (failed.length > 0 && !(await givesLists(task))) throw outage(failures);
    await inTransaction((tx) => saveChangedFiles(tx, repositoryId, failed.map(toUnknown)));
    await task.report({ phase: "files", done: done + batch.length, total: wanted.length });
  }
  if (failures.length > 0) {
    await refusePass({ repositoryId, stream: "files", refusal: sentenceOf(failures) });
    return;
  }
  const at = task.now();
  await inTransaction((tx) =>
    completePass(tx, { repositoryId, stream: "files", passStartedAt: at, forgeTotal: null, at }),
  );
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
        if (!isFailure(error)) {
          queue.length = 0;
          throw error;
        }
        failed.push({ number, error });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return { lists, failed };
}

const isFailure = (error: unknown): error is ForgeError =>
  error instanceof ForgeError && error.code === "unavailable";

/** Whether the forge gives a list now that it gave before. */
async function givesLists({ repositoryId, forge, fullName }: SyncTask): Promise<boolean> {
  const number = await loadPullRequestWithFiles(repositoryId);
  if (number === null) return false;
  try {
    await forge.changedFiles(fullName, { number });
    return true;
  } catch (error) {
    if (isFailure(error)) return false;
    throw error;
  }
}

const toUnknown = ({ number, error }: Failure): FilesOfPullRequest => ({
  number,
  files: unknown(`${ASKED_AGAIN} ${error.message}`),
});

const sentenceOf = (failures: readonly Failure[]): string =>
  `The files of ${failures.length} pull requests could not be read, #${failures[0]?.number} among them; they stay unknown until the next sync, which asks again. ${failures[0]?.error.message}`;

const outage = (failures: readonly Failure[]): AppError =>
  new AppError("unavailable", sentenceOf(failures), { cause: failures[0]?.error });
