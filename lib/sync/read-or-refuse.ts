import { ForgeError } from "#/lib/forge/forge-error.ts";
import { refusePass, type StreamName } from "#/lib/store/sync-streams.ts";
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

const MAY_BE_ABSENT: readonly StreamName[] = ["issues", "comments", "commits"];

// A token may lack one right, and a repository may have no tracker or show no code; a refused token
// (401) ends the run. Of commits an answer that tells nothing leaves them unknown and nothing else.
const isRefusal = ({ status, code }: ForgeError, stream: StreamName): boolean =>
  status === 403 ||
  (status === 404 && MAY_BE_ABSENT.includes(stream)) ||
  (code === "failed" && stream === "commits");
