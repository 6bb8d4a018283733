import { ForgeError } from "#/lib/forge/forge-error.ts";
import type { StreamName } from "#/lib/store/streams.ts";
import { refusePass } from "#/lib/store/sync-streams.ts";
import { isRefusal } from "./is-refusal.ts";
import type { SyncTask } from "./sync-task.ts";

/** Reads one stream; a forge that refuses it is recorded with its reason, and the sync goes on with the next one. */
export async function readOrRefuse(
  task: SyncTask,
  stream: StreamName,
  read: () => Promise<void>,
): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (!(error instanceof ForgeError) || !isRefusal(error, stream)) throw error;
    const { repositoryId } = task;
    await refusePass({ repositoryId, stream, refusal: error.message });
  }
}
