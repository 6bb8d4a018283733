import type { Background } from "#/lib/coverage/background.ts";
import type { Gate } from "#/lib/coverage/gate/gate.ts";
import { type FixJudgement, judgeFix } from "#/lib/coverage/judge-fix.ts";
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
};

/** Reads and judges every merged pull request of a clone in a window, each beside all the others; what a person decided elsewhere is not known to a clone. */
export async function judgeClone(request: CloneRequest): Promise<JudgedClone> {
  const { direct, ...facts } = await surveyClone(request);
  const { gates } = facts;
  return { judged: judgeAll({ ...facts, rules: request.rules }), direct, gates };
}

type Facts = {
  readonly merged: readonly MergedPullRequest[];
  readonly background: Background;
  readonly gates: Known<readonly Gate[]>;
  readonly rules: PolicyRules;
};

const NO_RUNS = unknown(
  "Whether the job ran and passed: a clone holds no statuses. A forge as a source tells.",
);

/** Judges pull requests, each beside all the others; pure. */
export function judgeAll({ merged, background, gates, rules }: Facts): readonly Judged[] {
  const { conventions, lineageOf } = background;
  return merged.map((pullRequest) => {
    const lineage = lineageOf(pullRequest.number);
    const facts = { ...pullRequest, labels: [], gates, rules, conventions, lineage };
    return { pullRequest, judgement: judgeFix({ ...facts, override: null, runs: NO_RUNS }) };
  });
}
