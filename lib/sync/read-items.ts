import type { One } from "#/lib/forge/forge.ts";
import { ForgeError } from "#/lib/forge/forge-error.ts";
import { bury } from "#/lib/store/bury.ts";
import { db, inTransaction } from "#/lib/store/db.ts";
import { quarantine } from "#/lib/store/quarantine.ts";
import { atOnce } from "./at-once.ts";
import { saveIssueRows, savePullRows } from "./save-rows.ts";
import type { SyncTask } from "./sync-task.ts";

const AT_ONCE = 4;

/**
 * Reads issues and pull requests again, each by its number: what is gone or moved is taken out of the
 * facts, as what it is held as. One that the forge cannot give while it answers for the repository is
 * quarantined and ends nothing. Gives the numbers of those that are merged pull requests.
 */
export async function readItems(
  task: SyncTask,
  numbers: readonly number[],
  heldAs: "issue" | "pull" | "either",
): Promise<readonly number[]> {
  const merged: number[] = [];
  const failed: { number: number; error: ForgeError }[] = [];
  await atOnce(numbers, AT_ONCE, async (number) => {
    task.signal.throwIfAborted();
    try {
      const one = await task.forge.one(task.fullName, number);
      await take(task, { number, heldAs }, one);
      if (one.kind === "pull" && one.pull.state === "merged") merged.push(number);
    } catch (error) {
      if (!(error instanceof ForgeError) || error.code !== "unavailable" || error.retryAt !== null)
        throw error;
      failed.push({ number, error });
    }
  });
  if (failed.length > 0) await setAside(task, heldAs, failed);
  return merged;
}

/** A forge that does not answer for the repository either is down, and nothing is wrong with the rows. */
async function setAside(
  task: SyncTask,
  heldAs: Asked["heldAs"],
  failed: readonly { number: number; error: ForgeError }[],
): Promise<void> {
  await task.forge.repository(task.fullName);
  const { repositoryId, now } = task;
  for (const { number, error } of failed) {
    const stream = heldAs === "issue" ? "issues" : "pulls";
    const row = { at: `#${number}`, number, why: error.message };
    await quarantine(db, { repositoryId, stream, at: now() }, [row]);
  }
}

type Asked = { readonly number: number; readonly heldAs: "issue" | "pull" | "either" };

async function take(task: SyncTask, { number, heldAs }: Asked, one: One): Promise<void> {
  const { repositoryId, now } = task;
  if (one.kind === "issue" || one.kind === "pull") {
    await inTransaction((tx) =>
      one.kind === "issue"
        ? saveIssueRows(tx, task, [one.issue])
        : savePullRows(tx, task, [one.pull]),
    );
    await db.quarantine.deleteMany({ where: { repositoryId, number } });
    return;
  }
  const movedTo = one.kind === "moved" ? one.to : null;
  const kinds = heldAs === "either" ? (["issue", "pull"] as const) : [heldAs];
  for (const kind of kinds) await bury(repositoryId, { kind, key: String(number), movedTo }, now());
}
