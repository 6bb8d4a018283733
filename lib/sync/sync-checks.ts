import { createHash } from "node:crypto";
import { ENGINE_VERSION } from "#/lib/coverage/engine-version.ts";
import { isRuledFix } from "#/lib/coverage/fix/find-fix-rule.ts";
import type { Gate } from "#/lib/coverage/gate/gate.ts";
import { readGates } from "#/lib/coverage/gate/read-gates.ts";
import { testPathsOf } from "#/lib/coverage/gate/selects.ts";
import { decidingFiles } from "#/lib/coverage/gate/workflow-directory.ts";
import { wantsChecks } from "#/lib/coverage/wanted-checks.ts";
import { known } from "#/lib/facts/known.ts";
import { db, inTransaction } from "#/lib/store/db.ts";
import { loadClosedDefects } from "#/lib/store/load-closed-defects.ts";
import { loadTip } from "#/lib/store/load-commit-line.ts";
import { loadCovering } from "#/lib/store/load-covering.ts";
import { loadFixRules } from "#/lib/store/load-fix-rules.ts";
import { loadGateFiles } from "#/lib/store/load-gate-files.ts";
import { loadSources } from "#/lib/store/load-sources.ts";
import { loadWithoutChecks, type WithoutChecks } from "#/lib/store/load-without-checks.ts";
import type { ReadPull } from "#/lib/store/pull-version.ts";
import { loadGatesMark, settleChecks } from "#/lib/store/settle-checks.ts";
import { completePass, refusePass } from "#/lib/store/sync-streams.ts";
import { type CommitToCheck, readChecks } from "./read-checks.ts";
import type { SyncTask } from "./sync-task.ts";

type Wanted = {
  /** Pull requests with the commits that their checks are of, newest merge first. */
  readonly pulls: readonly (ReadPull & { readonly commits: readonly CommitToCheck[] })[];
  /** Pull requests of which no check is wanted. */
  readonly others: readonly ReadPull[];
};

/**
 * Asks what the contexts said of the commits that a gate's evidence stands on, and of the branch's tip.
 * A pull request whose commits cannot change any more is not looked at again until the gates change.
 */
export async function syncChecks(task: SyncTask): Promise<void> {
  const { repositoryId } = task;
  await task.report({ phase: "checks", done: 0, total: null });
  const at = task.now();
  const tip = await loadTip(repositoryId);
  const ofTip =
    tip === null
      ? null
      : await readChecks(task, [{ sha: tip, since: at }], { keepsUnknown: false });
  // Who cannot tell of the tip can tell of no commit, as a clone.
  const refusal = ofTip?.refusal ?? ofTip?.failure ?? null;
  if (refusal !== null) {
    await refusePass({ repositoryId, stream: "checks", refusal });
    return;
  }
  const gates = await gatesOf(repositoryId);
  const gatesMark = markOf(gates);
  const all = (await loadGatesMark(db, repositoryId)) !== gatesMark;
  const { pulls, others } = await loadWanted(task, gates, all);
  const { settled, failure } = await readChecks(
    task,
    pulls.flatMap(({ commits }) => commits),
  );
  const isThrough = ({ commits }: (typeof pulls)[number]) =>
    commits.every(({ sha }) => settled.has(sha));
  const through = pulls.filter(isThrough);
  const due = pulls.filter((each) => !isThrough(each)).map(({ number }) => number);
  await inTransaction((tx) =>
    settleChecks(tx, { repositoryId, gatesMark, settled: [...others, ...through], due }),
  );
  if (failure !== null) {
    await refusePass({ repositoryId, stream: "checks", refusal: failure });
    return;
  }
  const pass = { repositoryId, stream: "checks", passStartedAt: at, forgeTotal: null, at } as const;
  await completePass(db, pass);
}

async function gatesOf(repositoryId: number): Promise<readonly Gate[]> {
  const { forge, files } = await loadGateFiles(repositoryId);
  const sources = await loadSources(repositoryId);
  return readGates(decidingFiles(forge, files), sources.known ? sources.value : undefined).gates;
}

/** Names the gates by what they select and when; another name has every pull request looked at again. */
function markOf(gates: readonly Gate[]): string {
  const selecting = gates.map(({ workflow, job, runsOnPullRequest, runs }) => [
    workflow,
    job,
    runsOnPullRequest,
    testPathsOf(runs),
  ]);
  const text = JSON.stringify([ENGINE_VERSION, selecting]);
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

async function loadWanted(task: SyncTask, gates: readonly Gate[], all: boolean): Promise<Wanted> {
  const { repositoryId, filesSince: since, signal } = task;
  const pulls: Wanted["pulls"][number][] = [];
  const others: ReadPull[] = [];
  const closed = await loadClosedDefects(repositoryId);
  const covering = await loadCovering(repositoryId);
  const fixRules = await loadFixRules(repositoryId);
  for await (const batch of loadWithoutChecks({ repositoryId, since, all })) {
    signal.throwIfAborted();
    for (const pullRequest of batch) {
      const { number, version, decidedFix, saidToCover, files } = pullRequest;
      const closes = closed.get(number) ?? null;
      const asFix =
        decidedFix || saidToCover || covering.has(number) || isRuledFix(fixRules, pullRequest);
      if (wantsChecks({ ...pullRequest, asFix, closes, files: known(files) }, gates))
        pulls.push({ number, version, commits: commitsOf(pullRequest) });
      else others.push({ number, version });
    }
  }
  return { pulls, others };
}

function commitsOf({ headSha, mergeSha, mergedAt }: WithoutChecks): readonly CommitToCheck[] {
  const shas = [headSha, mergeSha].filter((sha) => sha !== null);
  return [...new Set(shas)].map((sha) => ({ sha, since: mergedAt }));
}
