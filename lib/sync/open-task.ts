import { AppError } from "#/lib/errors.ts";
import type { RepositoryFact } from "#/lib/facts/repository.ts";
import type { Forge } from "#/lib/forge/forge.ts";
import { ForgeError } from "#/lib/forge/forge-error.ts";
import { db } from "#/lib/store/db.ts";
import {
  loadRepositoryToSync,
  type RepositoryToSync,
} from "#/lib/store/load-repository-to-sync.ts";
import { saveRepository } from "#/lib/store/save-repository.ts";
import { clearLost, clearTrouble, saveLost } from "#/lib/store/source-trouble.ts";
import { saveProgress } from "#/lib/store/sync-runs.ts";
import { completePass, loadStream } from "#/lib/store/sync-streams.ts";
import { refreshProbe } from "./refresh-probe.ts";
import type { SyncTask } from "./sync-task.ts";
import { after } from "./timers.ts";

type Input = {
  readonly repositoryId: number;
  readonly forge: Forge;
  readonly now: () => Date;
  readonly signal: AbortSignal;
};

/**
 * Sets out to bring a repository up to date. Whether its name still belongs to it is asked on a timer, and
 * before the first row of a pass is written: a repository that stands still costs no question.
 */
export async function openTask(input: Input, runId: number | null): Promise<SyncTask> {
  const { repositoryId, forge, now, signal } = input;
  const stored = await loadRepositoryToSync(repositoryId);
  const { dueAt } = await loadStream(repositoryId, "pass");
  const isFresh = dueAt !== null && dueAt > now();
  let asked: Promise<RepositoryFact> | null = isFresh ? null : confirm(input, stored);
  const { fullName, defaultBranch } = asked === null ? stored : await asked;
  return {
    repositoryId,
    fullName,
    defaultBranch,
    filesSince: stored.filesSince,
    forge,
    signal,
    now,
    report: async (progress) => {
      if (runId !== null) await saveProgress(runId, progress, forge.requests());
    },
    confirm: async () => {
      await (asked ??= confirm(input, stored));
    },
  };
}

async function confirm(
  { repositoryId, forge, now }: Input,
  stored: RepositoryToSync,
): Promise<RepositoryFact> {
  const fact = await ask(forge, repositoryId, stored, now);
  if (fact.externalId !== stored.externalId) {
    throw new AppError(
      "conflict",
      `${stored.fullName} is another repository now than the one that was put in scope. Put the new one in scope under an alias of its own.`,
    );
  }
  await saveRepository(db, stored.sourceId, fact);
  const at = now();
  const pass = { repositoryId, stream: "pass", passStartedAt: at, forgeTotal: null, at } as const;
  await completePass(db, { ...pass, dueAt: after(at, "repository") });
  await refreshProbe(stored.sourceId, forge, at);
  await clearLost(repositoryId);
  await clearTrouble(stored.sourceId);
  return fact;
}

/** A repository that is not shown any more may be gone, or a right may be: its rows stay either way. */
async function ask(
  forge: Forge,
  repositoryId: number,
  { fullName }: RepositoryToSync,
  now: () => Date,
): Promise<RepositoryFact> {
  try {
    return await forge.repository(fullName);
  } catch (error) {
    const isRefused = error instanceof ForgeError && error.retryAt === null;
    if (isRefused && (error.status === 404 || error.status === 403)) {
      await saveLost(repositoryId, error.message, now());
      // It is the repository that is not shown, not the stream that asked.
      throw new AppError(error.code, error.message, { cause: error });
    }
    throw error;
  }
}
