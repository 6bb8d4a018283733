import { type Background, readBackground, type Survey, survey } from "#/lib/coverage/background.ts";
import type { Gate } from "#/lib/coverage/gate/gate.ts";
import { addOlder } from "#/lib/coverage/lineage/add-older.ts";
import type { PolicyRules } from "#/lib/coverage/policy.ts";
import { wantedPatches } from "#/lib/coverage/wanted-patches.ts";
import type { Known } from "#/lib/facts/known.ts";
import type { Clone } from "#/lib/forge/git/open-clone.ts";
import {
  type MergedPullRequest,
  type MergedWindow,
  readMerged,
} from "#/lib/forge/git/read-merged.ts";
import { historyOf } from "#/lib/forge/git/walk-history.ts";
import { branchOf } from "./branch-of.ts";
import { gatesOfClone } from "./gates-of-clone.ts";
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
  /** Those that are to be judged, newest first. */
  readonly merged: readonly MergedPullRequest[];
  /** Of all in the window, newest first. */
  readonly numbers: readonly number[];
  readonly background: Background;
  readonly direct: readonly DirectFix[];
  readonly gates: Known<readonly Gate[]>;
};

const PROGRESS_EVERY = 1000;

/** Reads what a clone tells of a window, and by which any of its merged pull requests is judged; of all but those that are to be judged only the surveys are held, and not their patches. */
export async function surveyClone(
  request: CloneRequest,
  isJudged: (number: number) => boolean = () => true,
): Promise<SurveyedClone> {
  const { clone, window, onProgress } = request;
  const [{ merged, surveys, numbers }, gates, pushed] = await Promise.all([
    readAll(request, isJudged),
    gatesOfClone(clone, onProgress),
    readPushed(request),
  ]);
  const changes = [...surveys.map(({ change }) => change), ...pushed.changes];
  const withOlder = await addOlder(changes, tellOlder(clone, window));
  const background = readBackground(surveys, withOlder);
  return { merged, numbers, background, direct: pushed.fixes, gates };
}

async function readAll(
  { clone, window, onProgress }: CloneRequest,
  isJudged: (number: number) => boolean,
) {
  const merged: MergedPullRequest[] = [];
  const numbers: number[] = [];
  const surveys: Survey[] = [];
  let listless = 0;
  const { onLine } = await historyOf(clone);
  const wanted = (pullRequest: MergedPullRequest) => wantedPatches({ ...pullRequest, labels: [] });
  for await (const pullRequest of readMerged(clone, window, wanted)) {
    const { number, sha: mergeSha, files } = pullRequest;
    if (isJudged(number)) merged.push(pullRequest);
    numbers.push(number);
    // Here, where the next ones are waited for anyway.
    surveys.push(survey({ ...pullRequest, mergeSha, baseRef: branchOf(onLine.has(mergeSha)) }));
    if (!files.known) listless += 1;
    if (numbers.length % PROGRESS_EVERY === 0)
      onProgress(`Read ${numbers.length} merged pull requests.`);
  }
  if (listless > 0)
    onProgress(
      `${listless} of ${numbers.length} merged pull requests have no readable list of files.`,
    );
  return { merged, surveys, numbers };
}
