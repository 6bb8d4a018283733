import type { FixJudgement } from "#/lib/coverage/judge-fix.ts";
import { type PolicyRules, TEST_KINDS } from "#/lib/coverage/policy.ts";
import { changedTests } from "#/lib/coverage/rung/tested.ts";
import { kindOfTest } from "#/lib/coverage/test/kind-of-test.ts";
import { verdictAt } from "#/lib/coverage/verdict-at.ts";
import type { MergedPullRequest } from "#/lib/forge/git/read-merged.ts";
import type { AuditItem } from "#/lib/report/audit-document.ts";

type Judged = {
  readonly pullRequest: MergedPullRequest;
  readonly judgement: FixJudgement;
  readonly rules: PolicyRules;
};

/** One merged pull request as a row of the audit; what is no fix has neither rung nor verdict, and what may be one is unknown at every rung. */
export function toItem({ pullRequest, judgement, rules }: Judged): AuditItem {
  const { classification, standing, hasTest } = judgement;
  const climbs = classification.isFix !== false;
  return {
    number: pullRequest.number,
    sha: pullRequest.sha,
    title: pullRequest.title,
    author: pullRequest.author,
    mergedAt: pullRequest.mergedAt.toISOString(),
    kind: classification.kind,
    isFix: classification.isFix,
    why: [...classification.why],
    hasTest: hasTest.known ? hasTest.value : null,
    ...testOf(pullRequest),
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

/** The strongest kind of a changed test. Only a patch or a run tells whether it exercises the fix. */
function testOf({ files }: MergedPullRequest): Pick<AuditItem, "testKind" | "exercisesFix"> {
  if (!files.known) return { testKind: "none", exercisesFix: "unclear" };
  const kinds = changedTests(files.value).map(({ path }) => kindOfTest(path));
  const strongest = TEST_KINDS.findLast((kind) => kinds.includes(kind));
  return strongest
    ? { testKind: strongest, exercisesFix: "unclear" }
    : { testKind: "none", exercisesFix: "no" };
}

/** A clone has no facts above `gated`, so nothing judged from one stands higher. */
function rungOnClone(rung: FixJudgement["standing"]["rung"]): AuditItem["rung"] {
  return rung === "none" || rung === "tested" ? rung : "gated";
}
