import type { FixJudgement } from "#/lib/coverage/judge-fix.ts";
import { HAS_TEST, MEASURES } from "#/lib/coverage/measure.ts";
import { sayStep } from "#/lib/coverage/step.ts";
import { verdictAt } from "#/lib/coverage/verdict-at.ts";
import type { JudgedItem } from "#/lib/store/assessment.ts";
import type { MergedPullRequest } from "#/lib/store/load-merged.ts";
import type { RepositoryInScope } from "#/lib/store/load-program-facts.ts";

/** The item of a judged pull request, with a verdict at each measure whose population it belongs to. */
export function fixItem(
  repository: RepositoryInScope,
  pullRequest: MergedPullRequest,
  judged: FixJudgement,
): JudgedItem {
  const { classification, standing, inAuditPopulation } = judged;
  const measures = MEASURES.filter((measure) =>
    measure === HAS_TEST ? inAuditPopulation : classification.isFix !== false,
  );
  return {
    naturalKey: `fix:${repository.id}:${pullRequest.number}`,
    kind: "fix",
    population: "fix",
    repositoryId: repository.id,
    alias: repository.alias,
    // Named one by one: an item outlives its batch, and must not hold its patches.
    number: pullRequest.number,
    title: pullRequest.title,
    author: pullRequest.author,
    url: pullRequest.url,
    labels: pullRequest.labels,
    enteredAt: pullRequest.mergedAt,
    fixKind: classification.kind,
    why: classification.steps.map(sayStep),
    standing,
    takenBack: judged.lineage.revertedBy !== null,
    resolution: null,
    verdicts: new Map(
      measures.map((measure) => [measure, verdictAt(measure, { ...judged, waived: false })]),
    ),
    paths: pullRequest.files.known ? pullRequest.files.value.map((file) => file.path) : null,
  };
}
