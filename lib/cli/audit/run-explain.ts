import { MEASURES, rungOfMeasure } from "#/lib/coverage/measure.ts";
import { RUNGS } from "#/lib/coverage/rung/rungs.ts";
import { verdictAt } from "#/lib/coverage/verdict-at.ts";
import { AppError } from "#/lib/errors.ts";
import type { MergedPullRequest } from "#/lib/forge/git/read-merged.ts";
import type { Explanation } from "#/lib/report/explanation.ts";
import { cloneAt } from "./clone-at.ts";
import { copiesOf } from "./copies-of.ts";
import { type Judged, judgeMerged } from "./judge-clone.ts";
import { loadPolicy } from "./load-policy.ts";
import { surveyClone } from "./survey-clone.ts";
import { toItem } from "./to-item.ts";

export type ExplainRequest = {
  readonly directory: string;
  readonly number: number;
  readonly policy: string;
  readonly onProgress: (sentence: string) => void;
};

/** The verdict on one merged pull request of a clone and every rule that fired, by the audit's own function. Throws AppError usage when the clone has no merged pull request of that number. */
export async function runExplain(request: ExplainRequest): Promise<Explanation> {
  const { directory, number, onProgress } = request;
  const policy = await loadPolicy(request.policy);
  const clone = await cloneAt(directory, null);
  const window = { since: null, until: null, limit: null };
  const { rules } = policy;
  const asked: MergedPullRequest[] = [];
  const surveyed = await surveyClone({ clone, window, rules, onProgress }, (pullRequest) => {
    if (pullRequest.number === number) asked.push(pullRequest);
  });
  const [pullRequest] = asked;
  if (!pullRequest) {
    const message = `${clone.name} has no merged pull request #${number} in the history of ${clone.head.slice(0, 12)}. It may not be merged, or lie on another branch: check it out or fetch it.`;
    throw new AppError("usage", message);
  }
  const judged = judgeMerged(pullRequest, { ...surveyed, rules });
  const copies = copiesOf(
    surveyed.numbers.map((other) => ({
      number: other,
      copyOf: surveyed.background.lineageOf(other).copyOf,
    })),
  );
  return {
    schema: "gateline.explanation/1",
    repository: clone.name,
    head: clone.head,
    policy: policy.label,
    item: toItem({ ...judged, rules, copies: copies.get(number) ?? [] }),
    verdicts: verdictsOf(judged),
    steps: judged.judgement.steps.map((step) => ({ ...step })),
  };
}

/** A clone has no facts above the rung gated. */
function verdictsOf({ judgement }: Judged): Explanation["verdicts"] {
  const gated = RUNGS.indexOf("gated");
  return MEASURES.filter((measure) => {
    const rung = rungOfMeasure(measure);
    return rung === null || RUNGS.indexOf(rung) <= gated;
  }).map((measure) => {
    const isOf =
      rungOfMeasure(measure) === null
        ? judgement.inAuditPopulation
        : judgement.classification.isFix !== false;
    const verdict = isOf ? verdictAt(measure, { ...judgement, waived: false }) : null;
    return { measure, verdict: verdict === "waived" ? null : verdict };
  });
}
