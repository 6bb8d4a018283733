import type { Change, Page, Position } from "#/lib/forge/forge.ts";
import { ForgeError } from "#/lib/forge/forge-error.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { loadUpdatedAt } from "#/lib/store/load-updated-at.ts";
import { quarantine } from "#/lib/store/quarantine.ts";
import {
  completePass,
  loadStream,
  makeDue,
  markRead,
  refusePass,
  savePosition,
} from "#/lib/store/sync-streams.ts";
import { isRefusal } from "./is-refusal.ts";
import { overlapping } from "./overlap.ts";
import { pagesAhead } from "./pages-ahead.ts";
import { readItems } from "./read-items.ts";
import { saveIssueRows, savePullRows } from "./save-rows.ts";
import type { SyncTask } from "./sync-task.ts";
import { readWalkPosition, type WalkPosition, writeWalkPosition } from "./walk-position.ts";

// Rows have whole seconds: one that was read in the second of its change may have changed once more.
const SETTLED_MS = 2000;

type Pass = { readonly walk: WalkPosition; readonly startedAt: Date; readonly watermark: Date };

/** Reads the issues and pull requests that changed since the last pass, with one request where nothing did. */
export async function syncChanges(task: SyncTask): Promise<void> {
  const { repositoryId } = task;
  const state = await loadStream(repositoryId, "changes");
  const watermark = state.watermark ?? (await watermarkOfWalks(repositoryId));
  if (watermark === null) return;
  const before = readWalkPosition(state.position, false);
  const walk = before ?? { whole: false, beganAt: task.now(), at: null, verifying: false };
  let startedAt = before === null ? null : state.passStartedAt;
  let read = 0;
  for await (const page of pagesOf(task, { position: walk.at, since: overlapping(watermark) })) {
    startedAt ??= page.serverTime;
    await take(task, { walk: { ...walk, at: page.next }, startedAt, watermark }, page);
    read += page.rows.length;
    if (read > 0) await task.report({ phase: "changes", done: read, total: page.total });
  }
  await endPass(task, startedAt ?? watermark);
  // Behind the page where a killed pass went on lies nothing that changed since it set out.
  if (before !== null) await syncChanges(task);
}

/** Both walks over everything began no later than this; null while one that is not refused never came to its end. */
async function watermarkOfWalks(repositoryId: number): Promise<Date | null> {
  const issues = await loadStream(repositoryId, "issues");
  const pulls = await loadStream(repositoryId, "pulls");
  if (issues.refusal !== null) return pulls.watermark;
  if (issues.watermark === null || pulls.watermark === null) return null;
  return issues.watermark < pulls.watermark ? issues.watermark : pulls.watermark;
}

/** Where the issues are refused, what changed is asked of the pull requests alone, and the issues carry the reason. */
async function* pagesOf(
  task: SyncTask,
  request: { position: Position | null; since: Date },
): AsyncGenerator<Page<Change>> {
  const { repositoryId } = task;
  if ((await loadStream(repositoryId, "issues")).refusal === null) {
    try {
      yield* pagesAhead(task, { stream: "changes", ...request });
      return;
    } catch (error) {
      if (!(error instanceof ForgeError) || !isRefusal(error, "issues")) throw error;
      await refusePass({ repositoryId, stream: "issues", refusal: error.message });
    }
  }
  const pulls = { stream: "pulls", since: request.since, position: null } as const;
  // Its positions are of another list: a walk of it that was killed begins anew.
  for await (const page of pagesAhead(task, pulls))
    yield { ...page, next: null, rows: page.rows.map((pull) => ({ kind: "pull", pull })) };
}

async function take(
  task: SyncTask,
  { walk, startedAt, watermark }: Pass,
  { rows: changes, poison }: Page<Change>,
): Promise<void> {
  const { repositoryId } = task;
  if (changes.length > 0) await task.confirm();
  const issues = changes.flatMap((change) => (change.kind === "issue" ? [change.issue] : []));
  const pulls = changes.flatMap((change) => (change.kind === "pull" ? [change.pull] : []));
  const touched = await unread(repositoryId, changes, watermark);
  const merged = await readItems(task, touched, "pull");
  const isMerged = merged.length > 0 || pulls.some(({ state }) => state === "merged");
  await inTransaction(async (tx) => {
    await quarantine(tx, { repositoryId, stream: "pulls", at: task.now() }, poison);
    await saveIssueRows(tx, task, issues);
    await savePullRows(tx, task, pulls);
    if (isMerged) await makeDue(tx, repositoryId, ["commits"]);
    await savePosition(tx, {
      repositoryId,
      stream: "changes",
      passStartedAt: startedAt,
      forgeTotal: null,
      position: writeWalkPosition(walk),
    });
  });
}

/** Those that have to be asked for by themselves: the overlap names many that the last pass has read. */
async function unread(
  repositoryId: number,
  changes: readonly Change[],
  watermark: Date,
): Promise<readonly number[]> {
  const touched = changes.flatMap((change) => (change.kind === "touched" ? [change] : []));
  const held = await loadUpdatedAt(
    repositoryId,
    touched.map(({ number }) => number),
  );
  return touched
    .filter(
      ({ number, updatedAt }) =>
        held.get(number)?.getTime() !== updatedAt.getTime() ||
        updatedAt.getTime() + SETTLED_MS > watermark.getTime(),
    )
    .map(({ number }) => number);
}

async function endPass({ repositoryId, now }: SyncTask, passStartedAt: Date): Promise<void> {
  const at = now();
  await inTransaction(async (tx) => {
    const pass = { repositoryId, stream: "changes", passStartedAt, forgeTotal: null, at } as const;
    await completePass(tx, pass);
    await markRead(tx, repositoryId, ["issues", "pulls"], at);
  });
}
