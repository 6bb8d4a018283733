import { z } from "zod";
import type { LinePage, LinePosition } from "#/lib/forge/forge.ts";
import { ForgeError } from "#/lib/forge/forge-error.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { loadMergedNames, loadNextWalk, type NextWalk } from "#/lib/store/load-commit-line.ts";
import { saveCommitLine, saveDirectCommits } from "#/lib/store/save-direct-commits.ts";
import { completePass, loadStream, refusePass, savePosition } from "#/lib/store/sync-streams.ts";
import type { SyncTask } from "./sync-task.ts";
import { after } from "./timers.ts";

/** A walk that has set out, as it is written down between pages. */
const Begun = z.object({
  tip: z.string(),
  next: z.string(),
  walk: z.int(),
  until: z.string().nullable(),
  since: z.iso.datetime().nullable(),
});
type Walk = NextWalk & { readonly from: LinePosition | null };

const NO_PULLS =
  "The pull requests could not be read, so it is not known which commits of the default branch none of them brought.";

/**
 * Reads the direct commits of the default branch, from its tip down to the tip of the last whole walk,
 * and where that one is not met any more, down to the beginning of the window. A walk that was killed
 * goes on at its page and to its own end first, then the branch is asked what came since.
 */
export async function syncCommits(task: SyncTask): Promise<void> {
  const { repositoryId, filesSince } = task;
  await task.report({ phase: "commits", done: 0, total: null });
  const pulls = await loadStream(repositoryId, "pulls");
  if (pulls.refusal !== null || pulls.completedAt === null) {
    await refusePass({ repositoryId, stream: "commits", refusal: NO_PULLS });
    return;
  }
  const begun = Begun.safeParse((await loadStream(repositoryId, "commits")).position);
  if (begun.success && begun.data.since === toText(filesSince)) {
    const { tip, next, until, walk } = begun.data;
    await goOn(task, { from: { tip, next }, until, walk });
  }
  await walkLine(task, { from: null, ...(await loadNextWalk(repositoryId, filesSince)) });
}

/** After a rewritten history the forge may have thrown away the commit to go on with. */
async function goOn(task: SyncTask, begun: Walk): Promise<void> {
  try {
    await walkLine(task, begun);
  } catch (error) {
    if (!(error instanceof ForgeError) || error.code !== "not_found") throw error;
  }
}

async function walkLine(task: SyncTask, { from, until, walk }: Walk): Promise<void> {
  const { repositoryId, fullName, defaultBranch: branch, filesSince: since } = task;
  const merged = await loadMergedNames(repositoryId);
  const passStartedAt = task.now();
  let done = 0;
  const request = { branch, from, until, since, merged };
  for await (const page of task.forge.directCommits(fullName, request)) {
    task.signal.throwIfAborted();
    await savePage(task, { page, until, walk, passStartedAt });
    done += page.rows.length;
    await task.report({ phase: "commits", done, total: null });
  }
}

async function savePage(
  task: SyncTask,
  input: NextWalk & { page: LinePage; passStartedAt: Date },
): Promise<void> {
  const { repositoryId, filesSince: since } = task;
  const { page, until, walk, passStartedAt } = input;
  const { tip, next, rows, metEarlier } = page;
  const fields = { repositoryId, stream: "commits", passStartedAt, forgeTotal: null } as const;
  await inTransaction(async (tx) => {
    await saveDirectCommits(tx, { repositoryId, walk, commits: rows });
    if (tip !== null && next !== null) {
      const position = { tip, next, until, walk, since: toText(since) };
      await savePosition(tx, { ...fields, position });
      return;
    }
    await saveCommitLine(tx, { repositoryId, walk, tip, since, isWhole: !metEarlier });
    const at = task.now();
    await completePass(tx, { ...fields, at, dueAt: after(at, "commits"), mark: markOf(since) });
  });
}

/** Whether the line is to be read: its time has come, or the window begins elsewhere than when it was read. */
export async function isLineDue({ repositoryId, filesSince, now }: SyncTask): Promise<boolean> {
  const { dueAt, mark } = await loadStream(repositoryId, "commits");
  return dueAt === null || dueAt <= now() || mark !== markOf(filesSince);
}

const markOf = (since: Date | null): string => toText(since) ?? "from the beginning";

const toText = (at: Date | null): string | null => at?.toISOString() ?? null;
