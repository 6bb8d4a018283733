import type { ForgeError } from "#/lib/forge/forge-error.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { loadWithoutReviews } from "#/lib/store/load-without-reviews.ts";
import { type ReviewsOfPullRequest, saveReviews } from "#/lib/store/save-reviews.ts";
import { completePass, refusePass } from "#/lib/store/sync-streams.ts";
import type { SyncTask } from "./sync-task.ts";
import { EVERY_MS } from "./timers.ts";

// Some forges want a request a pull request: newest change first, and the next pass goes on.
const PULLS_MAX = 200;
const BATCH = 50;

/** Reads the reviews of open pull requests on a timer, and of those merged in the window once they changed. */
export async function syncReviews(task: SyncTask): Promise<void> {
  const { repositoryId, filesSince: since } = task;
  const readAt = task.now();
  const openBefore = new Date(readAt.getTime() - EVERY_MS.open);
  const numbers = await loadWithoutReviews({ repositoryId, since, openBefore, atMost: PULLS_MAX });
  const failures: ForgeError[] = [];
  let batch: ReviewsOfPullRequest[] = [];
  let done = 0;
  const save = async () => {
    await inTransaction((tx) => saveReviews(tx, repositoryId, batch, readAt));
    done += batch.length;
    batch = [];
    await task.report({ phase: "reviews", done, total: numbers.length });
  };
  for await (const answer of numbers.length === 0
    ? []
    : task.forge.reviews(task.fullName, numbers)) {
    task.signal.throwIfAborted();
    if ("failure" in answer) failures.push(answer.failure);
    else batch.push(answer);
    if (batch.length >= BATCH) await save();
  }
  if (batch.length > 0) await save();
  const [first] = failures;
  if (first) {
    const refusal = `The reviews of ${failures.length} pull requests could not be read; the next sync asks again. ${first.message}`;
    await refusePass({ repositoryId, stream: "reviews", refusal });
    return;
  }
  await inTransaction((tx) =>
    completePass(tx, {
      repositoryId,
      stream: "reviews",
      passStartedAt: readAt,
      forgeTotal: null,
      at: readAt,
    }),
  );
}
