import { ForgeError } from "#/lib/forge/forge-error.ts";
import { db } from "#/lib/store/db.ts";
import { quarantine } from "#/lib/store/quarantine.ts";
import type { WalkedStream } from "#/lib/store/walk-seen.ts";
import type { SyncTask } from "./sync-task.ts";

/** A row on which the forge failed when it was asked for by itself. */
export type Broken = {
  readonly at: string;
  readonly number: number | null;
  readonly error: ForgeError;
};

/** Whether it is one question that went wrong; a limit that is used up says nothing of the row. */
export const isBroken = (error: unknown): error is ForgeError =>
  error instanceof ForgeError && error.code === "unavailable" && error.retryAt === null;

/** Quarantines rows on which the forge failed while it answers for the repository; throws where it does not, for then it is down and nothing is wrong with the rows. */
export async function setAside(
  task: SyncTask,
  stream: WalkedStream,
  broken: readonly Broken[],
): Promise<void> {
  if (broken.length === 0) return;
  await task.forge.repository(task.fullName);
  const rows = broken.map(({ error, ...row }) => ({ ...row, why: error.message }));
  await quarantine(db, { repositoryId: task.repositoryId, stream, at: task.now() }, rows);
}
