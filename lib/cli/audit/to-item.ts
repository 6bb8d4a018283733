import type { FixJudgement } from "#/lib/coverage/judge-fix.ts";
import type { PolicyRules } from "#/lib/coverage/policy.ts";
import { sayStep } from "#/lib/coverage/step.ts";
import { verdictAt } from "#/lib/coverage/verdict-at.ts";
import type { MergedPullRequest } from "#/lib/forge/git/read-merged.ts";
import type { AuditItem } from "#/lib/report/audit-document.ts";

type Judged = {
  readonly pullRequest: MergedPullRequest;
  readonly judgement: FixJudgement;
  readonly rules: PolicyRules;
  /** Numbers of its cherry-picks and backports. */
  readonly copies: readonly number[];
};

/** One merged pull request as a row of the audit; what is no fix has neither rung nor verdict, and what may be one is unknown at every rung. */
export function toItem({ pullRequest, judgement, rules, copies }: Judged): AuditItem {
  const { classification, standing, hasTest, lineage, test } = judgement;
  const climbs = classification.isFix !== false;
  return {
    number: pullRequest.number,
    sha: pullRequest.sha,
    title: pullRequest.title,
    author: pullRequest.author,
    mergedAt: pullRequest.mergedAt.toISOString(),
    kind: classification.kind,
    isFix: classification.isFix,
    why: classification.steps.map(sayStep),
    copyOf: lineage.copyOf,
    copies: [...copies],
    revertedBy: lineage.revertedBy,
    hasTest: hasTest.known ? hasTest.value : null,
    testKind: test.kind,
    exercisesFix: test.exercises,
    rung: climbs ? rungOnClone(standing.rung) : "none",
    unknownAbove: climbs ? (standing.unknownAbove?.rung ?? null) : null,
    verdict: verdictOf(judgement, rules),
    evidence: climbs
      ? standing.evidence.map(({ rule, path, gate, note }) => ({ rule, path, gate, note }))
      : [],
    cluster: null,
  };
}

function verdictOf(judgement: FixJudgement, rules: PolicyRules): AuditItem["verdict"] {
  if (judgement.classification.isFix === false) return null;
  const verdict = verdictAt(rules.rung, { ...judgement, waived: false });
  return verdict === "waived" ? "unknown" : verdict;
}

/** A clone has no facts above `gated`, so nothing judged from one stands higher. */
function rungOnClone(rung: FixJudgement["standing"]["rung"]): AuditItem["rung"] {
  return rung === "none" || rung === "tested" ? rung : "gated";
}
