import { type Background, readBackground, type Survey, survey } from "#/lib/coverage/background.ts";
import { claimsFix } from "#/lib/coverage/fix/claims-fix.ts";
import { classifyFix } from "#/lib/coverage/fix/classify-fix.ts";
import type { Gate } from "#/lib/coverage/gate/gate.ts";
import { type FixJudgement, judgeFix } from "#/lib/coverage/judge-fix.ts";
import type { PolicyRules } from "#/lib/coverage/policy.ts";
import { sayStep } from "#/lib/coverage/step.ts";
import { wantedPatches } from "#/lib/coverage/wanted-patches.ts";
import type { Known } from "#/lib/facts/known.ts";
import type { Clone } from "#/lib/forge/git/open-clone.ts";
import { readDirect } from "#/lib/forge/git/read-direct.ts";
import {
  type MergedPullRequest,
  type MergedWindow,
  readMerged,
} from "#/lib/forge/git/read-merged.ts";
import { gatesOfClone } from "./gates-of-clone.ts";

export type Judged = {
  readonly pullRequest: MergedPullRequest;
  readonly judgement: FixJudgement;
};

/** A commit that looks like a fix and that no pull request brought. */
export type DirectFix = {
  readonly sha: string;
  readonly title: string;
  readonly author: string;
  readonly committedAt: Date;
  readonly why: readonly string[];
};

export type JudgedClone = {
  /** Newest first. */
  readonly judged: readonly Judged[];
  readonly direct: readonly DirectFix[];
  readonly gates: Known<readonly Gate[]>;
};

type Request = {
  readonly clone: Clone;
  readonly window: MergedWindow;
  readonly rules: PolicyRules;
  /** Told what is read and what is missing, one sentence at a time. */
  readonly onProgress: (sentence: string) => void;
};

const PROGRESS_EVERY = 1000;

/** Reads and judges every merged pull request of a clone in a window, each beside all the others; what a person decided elsewhere is not known to a clone. */
export async function judgeClone(request: Request): Promise<JudgedClone> {
  const { clone, rules, onProgress } = request;
  const [{ merged, surveys }, gates, direct] = await Promise.all([
    mergedOf(request),
    gatesOfClone(clone, onProgress),
    directOf(request),
  ]);
  const background = readBackground(surveys);
  return { judged: judgeAll({ merged, background, gates, rules }), direct, gates };
}

type Facts = {
  readonly merged: readonly MergedPullRequest[];
  readonly background: Background;
  readonly gates: Known<readonly Gate[]>;
  readonly rules: PolicyRules;
};

/** Judges pull requests, each beside all the others; pure. */
export function judgeAll({ merged, background, gates, rules }: Facts): readonly Judged[] {
  const { conventions, lineageOf } = background;
  return merged.map((pullRequest) => {
    const lineage = lineageOf(pullRequest.number);
    const facts = { ...pullRequest, labels: [], gates, rules, conventions, lineage };
    return { pullRequest, judgement: judgeFix({ ...facts, override: null }) };
  });
}

export const surveyMerged = (pullRequest: MergedPullRequest): Survey =>
  survey({ ...pullRequest, mergeSha: pullRequest.sha });

async function mergedOf({ clone, window, onProgress }: Request) {
  const merged: MergedPullRequest[] = [];
  const surveys: Survey[] = [];
  const wanted = (pullRequest: MergedPullRequest) => wantedPatches({ ...pullRequest, labels: [] });
  for await (const pullRequest of readMerged(clone, window, wanted)) {
    merged.push(pullRequest);
    // Here, where the next ones are waited for anyway.
    surveys.push(surveyMerged(pullRequest));
    if (merged.length % PROGRESS_EVERY === 0)
      onProgress(`Read ${merged.length} merged pull requests.`);
  }
  const listless = merged.filter(({ files }) => !files.known).length;
  if (listless > 0)
    onProgress(
      `${listless} of ${merged.length} merged pull requests have no readable list of files.`,
    );
  return { merged, surveys };
}

async function directOf({ clone, window, rules }: Request): Promise<DirectFix[]> {
  const claims = (title: string) => claimsFix({ title, labels: [], headRef: null }) !== null;
  const fixes: DirectFix[] = [];
  for await (const commit of readDirect(clone, window, claims)) {
    const { sha, title, author, committedAt, files } = commit;
    const { isFix, steps } = classifyFix({ title, labels: [], headRef: null, files, rules });
    if (isFix === false) continue;
    fixes.push({ sha, title, author, committedAt, why: steps.map(sayStep) });
  }
  return fixes;
}
