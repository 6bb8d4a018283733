import { type Background, readBackground, type Survey, survey } from "#/lib/coverage/background.ts";
import type { Finding } from "#/lib/coverage/gate/finding.ts";
import type { Gate } from "#/lib/coverage/gate/gate.ts";
import { addOlder } from "#/lib/coverage/lineage/add-older.ts";
import type { PolicyRules } from "#/lib/coverage/policy.ts";
import { wantedPatches } from "#/lib/coverage/wanted-patches.ts";
import { type Known, known } from "#/lib/facts/known.ts";
import type { Clone } from "#/lib/forge/git/open-clone.ts";
import {
  type MergedPullRequest,
  type MergedWindow,
  readMerged,
} from "#/lib/forge/git/read-merged.ts";
import { historyOf } from "#/lib/forge/git/walk-history.ts";
import { branchOf } from "./branch-of.ts";
import { listedPaths, readClonedGates } from "./gates-of-clone.ts";
import { type DirectFix, readPushed } from "./read-pushed.ts";
import { tellOlder } from "./tell-older.ts";

export type CloneRequest = {
  readonly clone: Clone;
  readonly window: MergedWindow;
  readonly rules: PolicyRules;
  /** Told what is read and what is missing, one sentence at a time. */
  readonly onProgress: (sentence: string) => void;
};

export type SurveyedClone = {
  /** Of all merged pull requests in the window, newest first. */
  readonly numbers: readonly number[];
  readonly background: Background;
  readonly direct: readonly DirectFix[];
} & AtHead;

/** What stands where the clone is looked at. */
type AtHead = {
  readonly gates: Known<readonly Gate[]>;
  readonly findings: readonly Finding[];
  readonly paths: Known<readonly string[]>;
};

/** Given each merged pull request once, newest first, with the gates that it is judged by. */
export type Meet = (pullRequest: MergedPullRequest, gates: Known<readonly Gate[]>) => void;

const PROGRESS_EVERY = 1000;

/** Reads what a clone tells of a window, and by which any of its merged pull requests is judged; those are met as they are read, and only their surveys are held, not their patches. */
export async function surveyClone(request: CloneRequest, meet: Meet): Promise<SurveyedClone> {
  const { clone, window } = request;
  const reading = readHead(request);
  const [{ surveys, numbers }, atHead, pushed] = await Promise.all([
    readAll(request, async (pullRequest) => meet(pullRequest, (await reading).gates)),
    reading,
    readPushed(request),
  ]);
  const changes = [...surveys.map(({ change }) => change), ...pushed.changes];
  const withOlder = await addOlder(changes, tellOlder(clone, window));
  const background = readBackground(surveys, withOlder);
  return { numbers, background, direct: pushed.fixes, ...atHead };
}

async function readHead({ clone, onProgress }: CloneRequest): Promise<AtHead> {
  // Following gates keeps the thread busy, so what git tells of the history would wait for it.
  await historyOf(clone);
  const cloned = await readClonedGates(clone, onProgress);
  if (!cloned.known) return { gates: cloned, findings: [], paths: cloned };
  const { gates, findings } = cloned.value;
  return { gates: known(gates), findings, paths: listedPaths(cloned.value) };
}

async function readAll(
  { clone, window, onProgress }: CloneRequest,
  meet: (pullRequest: MergedPullRequest) => Promise<void>,
) {
  const numbers: number[] = [];
  const surveys: Survey[] = [];
  let listless = 0;
  const { onLine } = await historyOf(clone);
  const wanted = (pullRequest: MergedPullRequest) => wantedPatches({ ...pullRequest, labels: [] });
  for await (const pullRequest of readMerged(clone, window, wanted)) {
    const { number, sha: mergeSha, files } = pullRequest;
    numbers.push(number);
    surveys.push(survey({ ...pullRequest, mergeSha, baseRef: branchOf(onLine.has(mergeSha)) }));
    await meet(pullRequest);
    if (!files.known) listless += 1;
    if (numbers.length % PROGRESS_EVERY === 0)
      onProgress(`Read ${numbers.length} merged pull requests.`);
  }
  if (listless > 0)
    onProgress(
      `${listless} of ${numbers.length} merged pull requests have no readable list of files.`,
    );
  return { surveys, numbers };
}
