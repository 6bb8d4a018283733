import { db } from "#/lib/store/db.ts";
import { loadOpenHeads } from "#/lib/store/load-open-heads.ts";
import { completePass, refusePass } from "#/lib/store/sync-streams.ts";
import { readChecks } from "./read-checks.ts";
import type { SyncTask } from "./sync-task.ts";
import { after } from "./timers.ts";

const HEADS_MAX = 200;

/** Asks on a timer what the contexts say of open pull requests: a status moves nothing that a list would show. */
export async function syncOpen(task: SyncTask): Promise<void> {
  const { repositoryId } = task;
  const at = task.now();
  const heads = await loadOpenHeads(repositoryId, HEADS_MAX);
  const commits = heads.map((sha) => ({ sha, since: at }));
  const { refusal, failure } = await readChecks(task, commits, { keepsUnknown: false });
  const dueAt = after(at, "open");
  // One that fails is asked again by the next pass, one that cannot tell when its time comes.
  const refused = failure === null ? { refusal, dueAt } : { refusal: failure };
  if (refused.refusal !== null) {
    await refusePass({ repositoryId, stream: "open", ...refused, refusal: refused.refusal });
    return;
  }
  const pass = { repositoryId, stream: "open", passStartedAt: at, forgeTotal: null, at } as const;
  await completePass(db, { ...pass, dueAt });
}
