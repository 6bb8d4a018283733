import { withLease } from "#/lib/store/lease.ts";
import type { StreamName } from "#/lib/store/streams.ts";
import { readOrRefuse } from "./read-or-refuse.ts";
import type { SyncTask } from "./sync-task.ts";

/** Reads one stream under its lease, and says whether it did: where somebody else holds it, it is theirs. */
export async function readStream(
  task: SyncTask,
  stream: StreamName,
  read: (task: SyncTask) => Promise<void>,
): Promise<boolean> {
  const done = await withLease(
    { repositoryId: task.repositoryId, stream },
    task.signal,
    async (signal) => {
      const leased = { ...task, signal };
      await readOrRefuse(leased, stream, () => read(leased));
      return true;
    },
  );
  return done ?? false;
}
