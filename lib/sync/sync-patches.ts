import { isRuledFix } from "#/lib/coverage/fix/find-fix-rule.ts";
import { wantedPatches } from "#/lib/coverage/wanted-patches.ts";
import { AppError } from "#/lib/errors.ts";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import type { PatchAnswer, WantedPatches } from "#/lib/forge/forge.ts";
import type { ForgeError } from "#/lib/forge/forge-error.ts";
import { ASKED_AGAIN } from "#/lib/store/asked-again.ts";
import { db, inTransaction } from "#/lib/store/db.ts";
import { loadClosedDefects } from "#/lib/store/load-closed-defects.ts";
import { loadCovering } from "#/lib/store/load-covering.ts";
import { loadFixRules } from "#/lib/store/load-fix-rules.ts";
import { loadOpenCovering } from "#/lib/store/load-open-covering.ts";
import { loadHeldPatch, loadWithoutPatches } from "#/lib/store/load-without-patches.ts";
import type { ReadPull } from "#/lib/store/pull-version.ts";
import { type PatchesOfPullRequest, savePatches } from "#/lib/store/save-patches.ts";
import { settlePatches } from "#/lib/store/settle-patches.ts";
import { completePass, refusePass } from "#/lib/store/sync-streams.ts";
import type { SyncTask } from "./sync-task.ts";

const ANSWERS_MAX = 40;
const FAILURES_MAX = 4;
const CHARACTERS_MAX = 8 * 1024 * 1024;

type Missing = WantedPatches & ReadPull;
type Failure = { readonly number: number; readonly failure: ForgeError };
type Batch = {
  readonly read: PatchesOfPullRequest[];
  readonly failed: Failure[];
  characters: number;
};

/**
 * Asks for the patches that the engine reads and that are still missing, newest merge first and behind
 * them those of open pull requests that say that they cover something; what was read stays when it is
 * interrupted. A failure is judged as one of a file list is: where the forge gives a patch that it gave
 * before, the failed ones are unknown for a reason of their own, which the next sync tries anew; where it
 * does not, the run ends, or the stream is refused, and nothing is marked.
 */
export async function syncPatches(task: SyncTask): Promise<void> {
  const { repositoryId } = task;
  const wanted = await loadMissing(task);
  const missing = new Map(wanted.map((each) => [each.number, each]));
  const failures: Failure[] = [];
  let batch = emptyBatch();
  let done = 0;
  const save = async () => {
    await saveBatch(task, batch, missing);
    failures.push(...batch.failed);
    done += batch.read.length + batch.failed.length;
    batch = emptyBatch();
    await task.report({ phase: "patches", done, total: wanted.length });
  };
  for await (const answer of task.forge.patches(task.fullName, wanted)) {
    task.signal.throwIfAborted();
    take(batch, answer);
    if (isFull(batch)) await save();
  }
  if (batch.read.length + batch.failed.length > 0) await save();
  if (failures.length > 0) {
    await refusePass({ repositoryId, stream: "patches", refusal: sentenceOf(failures) });
    return;
  }
  const at = task.now();
  await inTransaction((tx) =>
    completePass(tx, { repositoryId, stream: "patches", passStartedAt: at, forgeTotal: null, at }),
  );
}

/** What is missing follows from what is held: there is no position that could be wrong. */
async function loadMissing(task: SyncTask): Promise<Missing[]> {
  const { repositoryId, defaultBranch, filesSince, signal } = task;
  const missing: Missing[] = [];
  const closed = await loadClosedDefects(repositoryId);
  const open = await loadOpenCovering(repositoryId, defaultBranch);
  const covering = new Set([...(await loadCovering(repositoryId)), ...open]);
  const fixRules = await loadFixRules(repositoryId);
  for await (const batch of loadWithoutPatches(repositoryId, filesSince, { open })) {
    signal.throwIfAborted();
    const settled: ReadPull[] = [];
    for (const { number, version, mergeSha, forkSha, files, held, ...pullRequest } of batch) {
      const { decidedFix, saidToCover } = pullRequest;
      const paths = wantedPatches({
        ...pullRequest,
        asFix:
          decidedFix || saidToCover || covering.has(number) || isRuledFix(fixRules, pullRequest),
        closes: closed.get(number) ?? null,
        files: known(files),
      });
      const unread = paths.filter((path) => !held.has(path));
      if (unread.length > 0)
        missing.push({ number, version, sha: mergeSha, forkSha, paths: unread });
      else settled.push({ number, version });
    }
    await settlePatches(db, repositoryId, settled);
  }
  return missing;
}

const emptyBatch = (): Batch => ({ read: [], failed: [], characters: 0 });

function take(batch: Batch, answer: PatchAnswer): void {
  if ("failure" in answer) {
    batch.failed.push(answer);
    return;
  }
  batch.read.push(answer.askAgain ? { ...answer, patches: askedAgain(answer.patches) } : answer);
  for (const patch of answer.patches.values())
    if (patch.known) batch.characters += patch.value.length;
}

const askedAgain = (patches: PatchesOfPullRequest["patches"]): PatchesOfPullRequest["patches"] =>
  new Map(
    [...patches].map(([path, patch]) => [
      path,
      patch.known ? patch : unknown(`${ASKED_AGAIN} ${patch.why}`),
    ]),
  );

const isAskedAgain = (patch: Known<string>): boolean =>
  !patch.known && patch.why.startsWith(ASKED_AGAIN);

const isFull = ({ read, failed, characters }: Batch): boolean =>
  read.length >= ANSWERS_MAX || failed.length >= FAILURES_MAX || characters >= CHARACTERS_MAX;

async function saveBatch(
  task: SyncTask,
  { read, failed }: Batch,
  missing: ReadonlyMap<number, Missing>,
): Promise<void> {
  const { repositoryId } = task;
  await inTransaction(async (tx) => {
    await savePatches(tx, repositoryId, read);
    const whole = read.filter(({ patches }) => ![...patches.values()].some(isAskedAgain));
    await settlePatches(
      tx,
      repositoryId,
      whole.flatMap(({ number }) => missing.get(number) ?? []),
    );
  });
  if (failed.length === 0) return;
  await requireAnswer(task, failed);
  const unread = failed.map(({ number, failure }) => {
    const why = unknown(`${ASKED_AGAIN} ${failure.message}`);
    return {
      number,
      patches: new Map((missing.get(number)?.paths ?? []).map((path) => [path, why])),
    };
  });
  await inTransaction((tx) => savePatches(tx, repositoryId, unread));
}

/** Throws unless the forge gives a patch now that it gave before. */
async function requireAnswer(task: SyncTask, failed: readonly Failure[]): Promise<void> {
  const held = await loadHeldPatch(task.repositoryId);
  let failure = failed[0]?.failure;
  if (held !== null) {
    const { number, sha, path } = held;
    const [answer] = await Array.fromAsync(
      task.forge.patches(task.fullName, [{ number, sha, paths: [path] }]),
    );
    if (answer && "patches" in answer) return;
    failure = answer?.failure;
  }
  // A right that is missing is no outage: the stream carries it as its refusal.
  if (failure?.code === "forbidden") throw failure;
  throw new AppError("unavailable", sentenceOf(failed), { cause: failure });
}

const sentenceOf = (failures: readonly Failure[]): string =>
  `The patches of ${failures.length} pull requests could not be read, #${failures[0]?.number} among them; they stay unknown until the next sync, which asks again. ${failures[0]?.failure.message}`;
