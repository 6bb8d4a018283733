import type { CheckFact } from "#/lib/facts/check.ts";
import type { CheckAnswer } from "#/lib/forge/forge.ts";
import type { ForgeError } from "#/lib/forge/forge-error.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { loadReadCommits } from "#/lib/store/load-without-checks.ts";
import { type ChecksOfCommit, saveChecks } from "#/lib/store/save-checks.ts";
import type { SyncTask } from "./sync-task.ts";
import { EVERY_MS } from "./timers.ts";

export type CommitToCheck = {
  readonly sha: string;
  /** When it came to its branch: a day later no job will begin any more, and a week later none will end. */
  readonly since: Date;
};

export type ChecksRead = {
  /** Those of the commits of which nothing can change any more. */
  readonly settled: ReadonlySet<string>;
  /** Why the last one is unknown; null when it is known. */
  readonly refusal: string | null;
  /** How the forge failed on some; null when it answered for all. */
  readonly failure: string | null;
};

const BATCH = 50;
const DAY_MS = 24 * 60 * 60 * 1000;
const WEEK_MS = 7 * DAY_MS;

/** Reads and holds the checks of commits, but for those that are settled or were asked for a quarter of an hour ago; one on which the forge fails is asked again by the next sync. */
export async function readChecks(
  task: SyncTask,
  commits: readonly CommitToCheck[],
  { keepsUnknown = true } = {},
): Promise<ChecksRead> {
  const { repositoryId, fullName } = task;
  const sinceOf = new Map(commits.map(({ sha, since }) => [sha, since]));
  const askedAt = task.now();
  const rested = new Date(askedAt.getTime() - EVERY_MS.checks);
  const read = await loadReadCommits(repositoryId, [...sinceOf.keys()], rested);
  const settled = new Set(read.settled);
  const wanted = [...sinceOf.keys()].filter((sha) => !settled.has(sha) && !read.fresh.has(sha));
  let failures = new Map<string, ForgeError>();
  let refusal: string | null = null;
  let batch: ChecksOfCommit[] = [];
  let done = 0;
  const save = async () => {
    await inTransaction((tx) => saveChecks(tx, repositoryId, batch, askedAt));
    done += batch.length;
    batch = [];
    await task.report({ phase: "checks", done, total: wanted.length });
  };
  const take = async (answer: CheckAnswer) => {
    task.signal.throwIfAborted();
    if ("failure" in answer) {
      failures.set(answer.sha, requireOne(answer.failure));
      return;
    }
    refusal = answer.checks.known ? null : answer.checks.why;
    if (refusal !== null && !keepsUnknown) return;
    const held = toRead(answer, task.now().getTime() - (sinceOf.get(answer.sha)?.getTime() ?? 0));
    if (held.settled) settled.add(held.sha);
    batch.push(held);
    if (batch.length >= BATCH) await save();
  };
  for await (const answer of task.forge.checks(fullName, wanted)) await take(answer);
  // A forge that was busy for a moment is asked once more before anything is called unknown.
  const again = done + batch.length > 0 || wanted.length === 1 ? [...failures.keys()] : [];
  if (again.length > 0) failures = new Map();
  for await (const answer of task.forge.checks(fullName, again)) await take(answer);
  if (batch.length > 0) await save();
  const left = [...failures.values()];
  return { settled, refusal, failure: left.length === 0 ? null : sentenceOf(left) };
}

/** A token that is refused, or lacks a right, fails on all of them. */
function requireOne(failure: ForgeError): ForgeError {
  if (failure.status === 401 || failure.status === 403) throw failure;
  return failure;
}

function toRead(
  { sha, checks }: Extract<CheckAnswer, { checks: unknown }>,
  ageMs: number,
): ChecksOfCommit {
  const settled = !checks.known || isSettled(checks.value, ageMs);
  return { sha, checks, settled };
}

const isSettled = (checks: readonly CheckFact[], ageMs: number): boolean =>
  ageMs > WEEK_MS || (ageMs > DAY_MS && checks.every(({ state }) => state !== "pending"));

const sentenceOf = (failures: readonly ForgeError[]): string =>
  `The checks of ${failures.length} commits could not be read; they stay unknown until the next sync, which asks again. ${failures[0]?.message}`;
