import type { Background } from "#/lib/coverage/background.ts";
import type { Gate } from "#/lib/coverage/gate/gate.ts";
import { judgeFix } from "#/lib/coverage/judge-fix.ts";
import type { PolicyRules } from "#/lib/coverage/policy.ts";
import type { Known } from "#/lib/facts/known.ts";
import type { Classified, JudgedItem, JudgedRepository } from "#/lib/store/assessment.ts";
import type { MergedPullRequest } from "#/lib/store/load-merged.ts";
import type { RepositoryOverrides } from "#/lib/store/load-overrides.ts";
import type { RepositoryInScope } from "#/lib/store/load-program-facts.ts";
import { classifiedOf } from "./classified-of.ts";
import { fixItem } from "./fix-item.ts";

export type JudgedMerged = {
  readonly items: readonly JudgedItem[];
  readonly classified: readonly Classified[];
  readonly audit: JudgedRepository["audit"];
};

/**
 * Judges merged pull requests of a repository: the items among them, and how all of them divide.
 * One that presents itself as a fix but whose files are unknown is unclassified, and an item all the
 * same, unknown at every rung: so of the default branch the rungs' scope is fixes + unclassified.
 */
export function judgeMerged(input: {
  repository: RepositoryInScope;
  pullRequests: readonly MergedPullRequest[];
  background: Background;
  gates: Known<readonly Gate[]>;
  rules: PolicyRules;
  overrides: RepositoryOverrides;
}): JudgedMerged {
  const { repository, pullRequests, background, gates, overrides } = input;
  // What a person decided of a folder comes before what the policy says of it.
  const testKinds = [...overrides.testKinds, ...input.rules.testKinds];
  const rules = { ...input.rules, testKinds };
  const items: JudgedItem[] = [];
  const classified: Classified[] = [];
  const audit = { merged: pullRequests.length, fixes: 0, excluded: 0, unclassified: 0 };
  for (const pullRequest of pullRequests) {
    const lineage = background.lineageOf(pullRequest.number);
    const { conventions } = background;
    const override = overrides.fixes.get(pullRequest.number) ?? null;
    const facts = { gates, rules, conventions, lineage, override };
    const judged = judgeFix({ ...pullRequest, ...facts });
    const { isFix } = judged.classification;
    const inDefault = pullRequest.baseRef === repository.defaultBranch;
    const counts =
      !inDefault || isFix === false ? "excluded" : isFix === null ? "unclassified" : "fix";
    audit[counts === "fix" ? "fixes" : counts] += 1;
    classified.push(classifiedOf(pullRequest, judged, counts, repository.defaultBranch));
    if (!inDefault || (isFix === false && !judged.inAuditPopulation)) continue;
    items.push(fixItem(repository, pullRequest, judged));
  }
  return { items, classified, audit };
}
