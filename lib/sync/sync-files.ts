import { AppError } from "#/lib/errors.ts";
import { unknown } from "#/lib/facts/known.ts";
import type { FilesAnswer, WantedFiles } from "#/lib/forge/forge.ts";
import type { ForgeError } from "#/lib/forge/forge-error.ts";
import { ASKED_AGAIN } from "#/lib/store/asked-again.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { loadOpenCovering } from "#/lib/store/load-open-covering.ts";
import {
  loadPullRequestsWithoutFiles,
  loadPullRequestWithFiles,
} from "#/lib/store/load-without-files.ts";
import { type FilesOfPullRequest, saveChangedFiles } from "#/lib/store/save-changed-files.ts";
import { completePass, refusePass } from "#/lib/store/sync-streams.ts";
import { inTurn } from "./in-turn.ts";
import type { SyncTask } from "./sync-task.ts";

const LISTS_MAX = 250;
const FAILURES_MAX = 4;

type Failure = { readonly number: number; readonly error: ForgeError };
type Batch = { readonly lists: FilesOfPullRequest[]; readonly failed: Failure[] };

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
  let batch = emptyBatch();
  let done = 0;
  const save = async ({ lists, failed }: Batch) => {
    await inTransaction((tx) => saveChangedFiles(tx, repositoryId, lists));
    failures.push(...failed);
    if (failed.length > 0 && !(await givesLists(task))) throw outage(failures);
    await inTransaction((tx) => saveChangedFiles(tx, repositoryId, failed.map(toUnknown)));
    done += lists.length + failed.length;
    await task.report({ phase: "files", done, total: wanted.length });
  };
  // One batch is saved while the next is read.
  const saving = inTurn(save);
  try {
    for await (const answer of wanted.length === 0 ? [] : answers(task, wanted)) {
      task.signal.throwIfAborted();
      take(batch, answer);
      if (batch.lists.length < LISTS_MAX && batch.failed.length < FAILURES_MAX) continue;
      const full = batch;
      batch = emptyBatch();
      await saving.next(full);
    }
    if (batch.lists.length + batch.failed.length > 0) await saving.next(batch);
  } finally {
    await saving.end();
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

const answers = ({ forge, fullName }: SyncTask, wanted: readonly WantedFiles[]) =>
  forge.changedFiles(fullName, wanted);

const emptyBatch = (): Batch => ({ lists: [], failed: [] });

function take(batch: Batch, answer: FilesAnswer): void {
  if (!("failure" in answer)) batch.lists.push(answer);
  else if (isFailure(answer.failure))
    batch.failed.push({ number: answer.number, error: answer.failure });
  else throw answer.failure;
}

// What is waited for a limit is no failure of a list.
const isFailure = (error: ForgeError): boolean =>
  error.code === "unavailable" && error.retryAt === null;

/** Whether the forge gives a list now that it gave before. */
async function givesLists({ repositoryId, forge, fullName }: SyncTask): Promise<boolean> {
  const held = await loadPullRequestWithFiles(repositoryId);
  if (held === null) return false;
  for await (const answer of forge.changedFiles(fullName, [held])) {
    if (!("failure" in answer)) return true;
    if (!isFailure(answer.failure)) throw answer.failure;
  }
  return false;
}

const toUnknown = ({ number, error }: Failure): FilesOfPullRequest => ({
  number,
  files: unknown(`${ASKED_AGAIN} ${error.message}`),
});

const sentenceOf = (failures: readonly Failure[]): string =>
  `The files of ${failures.length} pull requests could not be read, #${failures[0]?.number} among them; they stay unknown until the next sync, which asks again. ${failures[0]?.error.message}`;

const outage = (failures: readonly Failure[]): AppError =>
  new AppError("unavailable", sentenceOf(failures), { cause: failures[0]?.error });
