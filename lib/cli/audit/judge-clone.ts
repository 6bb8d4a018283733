import { type Background, NO_BACKGROUND } from "#/lib/coverage/background.ts";
import type { Finding } from "#/lib/coverage/gate/finding.ts";
import type { Gate } from "#/lib/coverage/gate/gate.ts";
import { type FixJudgement, judgeFix } from "#/lib/coverage/judge-fix.ts";
import { needsBackground } from "#/lib/coverage/needs-background.ts";
import type { PolicyRules } from "#/lib/coverage/policy.ts";
import { type Known, unknown } from "#/lib/facts/known.ts";
import type { MergedPullRequest } from "#/lib/forge/git/read-merged.ts";
import type { DirectFix } from "./read-pushed.ts";
import { type CloneRequest, surveyClone } from "./survey-clone.ts";

export type Judged = {
  readonly pullRequest: MergedPullRequest;
  readonly judgement: FixJudgement;
};

export type JudgedClone = {
  /** Newest first. */
  readonly judged: readonly Judged[];
  readonly direct: readonly DirectFix[];
  readonly gates: Known<readonly Gate[]>;
  readonly findings: readonly Finding[];
  /** Every file where the clone is looked at. */
  readonly paths: Known<readonly string[]>;
};

/** Reads and judges every merged pull request of a clone in a window, each beside all the others; what a person decided elsewhere is not known to a clone. */
export async function judgeClone(request: CloneRequest): Promise<JudgedClone> {
  const { rules } = request;
  const alone: Judged[] = [];
  // Each at once, while git reads the next: the others concern few of them, and those are judged again.
  const surveyed = await surveyClone(request, (pullRequest, gates) => {
    alone.push(judgeMerged(pullRequest, { background: NO_BACKGROUND, gates, rules }));
  });
  const { background, direct, gates, findings, paths } = surveyed;
  const judged = alone.map((each) => {
    const { pullRequest, judgement } = each;
    if (!needsBackground(pullRequest.number, judgement, background)) return each;
    return judgeMerged(pullRequest, { background, gates, rules });
  });
  return { judged, direct, gates, findings, paths };
}

type Facts = {
  readonly background: Background;
  readonly gates: Known<readonly Gate[]>;
  readonly rules: PolicyRules;
};

const NO_RUNS = unknown(
  "Whether the job ran and passed: a clone holds no statuses. A forge as a source tells.",
);

/** Judges a merged pull request of a clone before a background; pure. */
export function judgeMerged(
  pullRequest: MergedPullRequest,
  { background: { conventions, lineageOf }, gates, rules }: Facts,
): Judged {
  const lineage = lineageOf(pullRequest.number);
  const facts = { ...pullRequest, labels: [], gates, rules, conventions, lineage };
  return { pullRequest, judgement: judgeFix({ ...facts, override: null, runs: NO_RUNS }) };
}
