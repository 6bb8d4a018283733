import type { Gate } from "#/lib/coverage/gate/gate.ts";
import type { FixJudgement } from "#/lib/coverage/judge-fix.ts";
import { mergedWithout } from "#/lib/coverage/leverage/merged-without.ts";
import { HAS_TEST, MEASURES } from "#/lib/coverage/measure.ts";
import type { PolicyRules } from "#/lib/coverage/policy.ts";
import { heldBack } from "#/lib/coverage/rung/held-back.ts";
import type { ObservedRuns } from "#/lib/coverage/rung/observed-runs.ts";
import { sayStep } from "#/lib/coverage/step.ts";
import { verdictAt } from "#/lib/coverage/verdict-at.ts";
import type { Known } from "#/lib/facts/known.ts";
import type { JudgedItem } from "#/lib/store/assessment.ts";
import type { MergedPullRequest } from "#/lib/store/load-merged.ts";
import type { RepositoryInScope } from "#/lib/store/load-program-facts.ts";

type Held = {
  readonly gates: Known<readonly Gate[]>;
  readonly rules: PolicyRules;
  readonly runs: Known<ObservedRuns>;
};

/** The item of a judged pull request, with a verdict at each measure whose population it belongs to. */
export function fixItem(
  repository: RepositoryInScope,
  pullRequest: MergedPullRequest,
  judged: FixJudgement,
  held: Held,
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
    ...notHeld(pullRequest, judged, held),
  };
}

/** What keeps the gates from holding it: asked only of a fix whose tests are there and not gated yet. */
function notHeld(
  { files, baseRef: branch }: MergedPullRequest,
  { standing, tests }: FixJudgement,
  { gates, rules, runs }: Held,
): Pick<JudgedItem, "heldBack" | "mergedWithout"> {
  if (!gates.known || !files.known) return {};
  if (standing.missed !== "gated" && standing.missed !== "blocking") return {};
  const paths = files.value.map(({ path }) => path);
  return {
    heldBack: heldBack({ tests, paths, gates: gates.value, rules, branch }),
    mergedWithout: mergedWithout({ gates: gates.value, runs }),
  };
}
