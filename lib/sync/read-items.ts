import type { One } from "#/lib/forge/forge.ts";
import { bury } from "#/lib/store/bury.ts";
import { db, inTransaction } from "#/lib/store/db.ts";
import { atOnce } from "./at-once.ts";
import { saveIssueRows, savePullRows } from "./save-rows.ts";
import { type Broken, isBroken, setAside } from "./set-aside.ts";
import type { SyncTask } from "./sync-task.ts";

const AT_ONCE = 4;

type Kind = "issue" | "pull" | "either";

/**
 * Reads issues and pull requests again, each by its number: what is gone or moved is taken out of the
 * facts, as what it is held as. One that the forge cannot give while it answers for the repository is
 * quarantined and ends nothing. Gives the numbers of those that are merged pull requests.
 */
export async function readItems(
  task: SyncTask,
  numbers: readonly number[],
  heldAs: Kind,
): Promise<readonly number[]> {
  const merged: number[] = [];
  const broken: Broken[] = [];
  await atOnce(numbers, AT_ONCE, async (number) => {
    task.signal.throwIfAborted();
    try {
      const one = await task.forge.one(task.fullName, number);
      await take(task, { number, heldAs }, one);
      if (one.kind === "pull" && one.pull.state === "merged") merged.push(number);
    } catch (error) {
      if (!isBroken(error)) throw error;
      broken.push({ at: `#${number}`, number, error });
    }
  });
  await setAside(task, heldAs === "issue" ? "issues" : "pulls", broken);
  return merged;
}

type Asked = { readonly number: number; readonly heldAs: Kind };

async function take(task: SyncTask, { number, heldAs }: Asked, one: One): Promise<void> {
  const { repositoryId, now } = task;
  if (one.kind === "issue" || one.kind === "pull") {
    await inTransaction(async (tx) => {
      if (one.kind === "issue") await saveIssueRows(tx, task, [one.issue]);
      else await savePullRows(tx, task, [one.pull]);
      // One may become the other, and its number with its comments stays.
      if (one.kind === "issue")
        await tx.pullRequest.deleteMany({ where: { repositoryId, number } });
      else await tx.issue.deleteMany({ where: { repositoryId, number } });
    });
    await db.quarantine.deleteMany({ where: { repositoryId, number } });
    return;
  }
  const movedTo = one.kind === "moved" ? one.to : null;
  const kinds = heldAs === "either" ? (["issue", "pull"] as const) : [heldAs];
  for (const kind of kinds) await bury(repositoryId, { kind, key: String(number), movedTo }, now());
}
