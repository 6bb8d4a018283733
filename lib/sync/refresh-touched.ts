import { AppError } from "#/lib/errors.ts";
import { ForgeError } from "#/lib/forge/forge-error.ts";
import { db } from "#/lib/store/db.ts";
import { makeDue } from "#/lib/store/sync-streams.ts";
import { forgetTouches, loadTouches, type Touch, type Touched } from "#/lib/store/touches.ts";
import { unsettleCommits } from "#/lib/store/unsettle-commits.ts";
import { openTask } from "./open-task.ts";
import { readComments } from "./read-comments.ts";
import { readItems } from "./read-items.ts";
import { readDue } from "./read-streams.ts";
import type { SyncInput, SyncOutcome } from "./sync-repository.ts";
import type { SyncTask } from "./sync-task.ts";

const TOUCHES_MAX = 500;

/**
 * Reads again what webhooks hinted at, whatever they said of it: so one that was lost, doubled or came late
 * changes nothing. Where the forge fails the hints stay, and the next pass reads what changed anyway.
 */
export async function refreshTouched(input: SyncInput): Promise<SyncOutcome> {
  const { repositoryId } = input;
  const touches = await loadTouches(repositoryId, TOUCHES_MAX);
  if (touches.length === 0) return { state: "done" };
  try {
    const task = await openTask(input, null);
    await task.confirm();
    // What somebody else was reading just then they may have read too early.
    if (!(await refresh(task, touches))) return { state: "elsewhere" };
  } catch (error) {
    if (error instanceof ForgeError && error.retryAt !== null)
      return { state: "waiting", resumesAt: error.retryAt };
    if (error instanceof AppError) return { state: "failed" };
    throw error;
  }
  await forgetTouches(repositoryId, touches);
  return { state: "done" };
}

async function refresh(task: SyncTask, touches: readonly Touch[]): Promise<boolean> {
  const { repositoryId } = task;
  const keys = (kind: Touched["kind"]) =>
    touches.filter((touch) => touch.kind === kind).map(({ key }) => key);
  const numbers = keys("item").map(Number);
  await readItems(task, numbers, "either");
  await readComments(task, keys("comment"));
  await unsettleCommits(db, repositoryId, keys("commit"));
  await db.reviewReading.deleteMany({ where: { repositoryId, number: { in: numbers } } });
  const isCode = numbers.length > 0 || keys("branch").length > 0;
  if (isCode) await makeDue(db, repositoryId, ["commits"]);
  if (keys("branch").length > 0) await makeDue(db, repositoryId, ["protection"]);
  const others = keys("run").length > 0 ? (["runs", "jobs"] as const) : [];
  return readDue(task, [
    "commits",
    "workflows",
    "files",
    "patches",
    "sources",
    ...others,
    "checks",
    "protection",
    "open",
    "reviews",
  ]);
}
