import type { Gate } from "#/lib/coverage/gate/gate.ts";
import { judgeFix } from "#/lib/coverage/judge-fix.ts";
import { HAS_TEST, MEASURES } from "#/lib/coverage/measure.ts";
import type { PolicyRules } from "#/lib/coverage/policy.ts";
import { verdictAt } from "#/lib/coverage/verdict-at.ts";
import { known } from "#/lib/facts/known.ts";
import type { JudgedItem, JudgedRepository } from "#/lib/store/assessment.ts";
import type { MergedPullRequest } from "#/lib/store/load-merged.ts";
import type { RepositoryInScope } from "#/lib/store/load-program-facts.ts";

/** Judges the merged pull requests of a repository: the items among them, and how all of them divide. */
export function judgeMerged(input: {
  repository: RepositoryInScope;
  pullRequests: readonly MergedPullRequest[];
  gates: readonly Gate[];
  rules: PolicyRules;
}): { items: JudgedItem[]; audit: JudgedRepository["audit"] } {
  const { repository, pullRequests, gates, rules } = input;
  const items: JudgedItem[] = [];
  const audit = { merged: pullRequests.length, fixes: 0, excluded: 0, unclassified: 0 };
  for (const pullRequest of pullRequests) {
    const judged = judgeFix({ ...pullRequest, gates: known(gates), rules });
    const { isFix } = judged.classification;
    const inDefault = pullRequest.baseRef === repository.defaultBranch;
    audit[!inDefault || isFix === false ? "excluded" : isFix === null ? "unclassified" : "fixes"] +=
      1;
    if (!inDefault || (isFix !== true && !judged.inAuditPopulation)) continue;
    const measures = MEASURES.filter((measure) =>
      measure === HAS_TEST ? judged.inAuditPopulation : isFix === true,
    );
    items.push({
      naturalKey: `fix:${repository.id}:${pullRequest.number}`,
      kind: "fix",
      population: "fix",
      repositoryId: repository.id,
      alias: repository.alias,
      ...pullRequest,
      enteredAt: pullRequest.mergedAt,
      fixKind: judged.classification.kind,
      why: judged.classification.why,
      standing: judged.standing,
      resolution: null,
      verdicts: new Map(
        measures.map((measure) => [measure, verdictAt(measure, { ...judged, waived: false })]),
      ),
      paths: pullRequest.files.known ? pullRequest.files.value.map((file) => file.path) : null,
    });
  }
  return { items, audit };
}
