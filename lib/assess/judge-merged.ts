import type { Background } from "#/lib/coverage/background.ts";
import type { Gate } from "#/lib/coverage/gate/gate.ts";
import { judgeFix } from "#/lib/coverage/judge-fix.ts";
import type { Bringer } from "#/lib/coverage/link/cover-of-issue.ts";
import type { PolicyRules } from "#/lib/coverage/policy.ts";
import type { ObservedRuns } from "#/lib/coverage/rung/observed-runs.ts";
import { type Known, known } from "#/lib/facts/known.ts";
import type { Classified, JudgedItem, JudgedRepository } from "#/lib/store/assessment.ts";
import type { MergedPullRequest } from "#/lib/store/load-merged.ts";
import type { RepositoryOverrides } from "#/lib/store/load-overrides.ts";
import type { RepositoryInScope } from "#/lib/store/load-program-facts.ts";
import { classifiedOf } from "./classified-of.ts";
import { fixItem } from "./fix-item.ts";
import type { ClosingPullRequest } from "./mark-unread.ts";

export type JudgedMerged = {
  readonly items: readonly JudgedItem[];
  readonly classified: readonly Classified[];
  readonly audit: JudgedRepository["audit"];
  /** What those that say that they repair or cover something can bring to it. */
  readonly bringers: ReadonlyMap<number, Bringer>;
};

/**
 * Judges merged pull requests of a repository: the items among them, and how all of them divide.
 * One that presents itself as a fix but whose files are unknown is unclassified, and an item all the
 * same, unknown at every rung: so of the default branch the rungs' scope is fixes + unclassified.
 */
export function judgeMerged(input: {
  repository: RepositoryInScope;
  pullRequests: readonly ClosingPullRequest[];
  background: Background;
  gates: Known<readonly Gate[]>;
  unfollowed: string | null;
  rules: PolicyRules;
  overrides: RepositoryOverrides;
  runsOf: (pullRequest: MergedPullRequest) => Known<ObservedRuns>;
  sources: ReadonlySet<number>;
}): JudgedMerged {
  const { repository, pullRequests, background, gates, unfollowed, overrides, runsOf, sources } =
    input;
  // What a person decided of a folder comes before what the policy says of it.
  const testKinds = [...overrides.testKinds, ...input.rules.testKinds];
  const rules = { ...input.rules, testKinds };
  const items: JudgedItem[] = [];
  const classified: Classified[] = [];
  const bringers = new Map<number, Bringer>();
  const audit = { merged: pullRequests.length, fixes: 0, excluded: 0, unclassified: 0 };
  for (const pullRequest of pullRequests) {
    const lineage = background.lineageOf(pullRequest.number);
    const { conventions } = background;
    const override = overrides.fixes.get(pullRequest.number) ?? null;
    const runs = runsOf(pullRequest);
    const facts = { gates, unfollowed, runs, rules, conventions, lineage, override };
    const judged = judgeFix({ ...pullRequest, ...facts });
    const { isFix } = judged.classification;
    const inDefault = pullRequest.baseRef === repository.defaultBranch;
    if (sources.has(pullRequest.number)) {
      const mergedAt = inDefault ? pullRequest.mergedAt : null;
      const { revertedBy } = lineage;
      bringers.set(pullRequest.number, { mergedAt, revertedBy, standing: known(judged.standing) });
    }
    const counts =
      !inDefault || isFix === false ? "excluded" : isFix === null ? "unclassified" : "fix";
    audit[counts === "fix" ? "fixes" : counts] += 1;
    classified.push(classifiedOf(pullRequest, judged, counts, repository.defaultBranch));
    if (!inDefault || (isFix === false && !judged.inAuditPopulation)) continue;
    items.push(fixItem(repository, pullRequest, judged, { gates, rules, runs }));
  }
  return { items, classified, audit, bringers };
}
