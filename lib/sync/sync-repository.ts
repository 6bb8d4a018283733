import { AppError, messageOf } from "#/lib/errors.ts";
import type { Forge } from "#/lib/forge/forge.ts";
import { ForgeError } from "#/lib/forge/forge-error.ts";
import { log } from "#/lib/log.ts";
import { withLease } from "#/lib/store/lease.ts";
import { loadRepositoryToSync } from "#/lib/store/load-repository-to-sync.ts";
import { saveTrouble } from "#/lib/store/source-trouble.ts";
import { endRun, type RunEnd, startRun } from "#/lib/store/sync-runs.ts";
import { openTask } from "./open-task.ts";
import { readStreams } from "./read-streams.ts";

/** `elsewhere`: another worker is at it; `waiting`: a limit is used up, and it goes on when it is there again. */
export type SyncOutcome =
  | { readonly state: "done" | "failed" | "elsewhere" }
  | { readonly state: "waiting"; readonly resumesAt: Date };

export type SyncInput = {
  readonly repositoryId: number;
  readonly forge: Forge;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /** Walks over everything, whatever the timers say. */
  readonly whole?: boolean;
};

/**
 * Brings one repository up to date; only one worker at a time does. A failure ends the run with its
 * reason, what was read stays, and the next run goes on from there; a stream that is refused fails no run,
 * it carries its reason itself.
 */
export async function syncRepository(input: SyncInput): Promise<SyncOutcome> {
  const { repositoryId, forge, now } = input;
  const lease = { repositoryId, stream: "pass" } as const;
  const outcome = await withLease(lease, input.signal, async (signal): Promise<SyncOutcome> => {
    const runId = await startRun(repositoryId, now());
    let end: RunEnd = { state: "done" };
    try {
      const task = await openTask({ ...input, signal }, runId);
      await readStreams(task, { whole: input.whole ?? false });
    } catch (error) {
      if (!(error instanceof AppError) && !signal.aborted)
        log.error({ err: error, repositoryId }, "sync failed");
      end = await toEnd(error, input);
    }
    await endRun(runId, end, now(), forge.requests());
    return end;
  });
  return outcome ?? { state: "elsewhere" };
}

async function toEnd(error: unknown, { repositoryId, now }: SyncInput): Promise<RunEnd> {
  if (error instanceof ForgeError && error.retryAt !== null)
    return { state: "waiting", error: error.message, resumesAt: error.retryAt };
  if (error instanceof ForgeError && error.status === 401) {
    const { sourceId } = await loadRepositoryToSync(repositoryId);
    await saveTrouble(sourceId, error.message, now());
  }
  return { state: "failed", error: messageOf(error) };
}
