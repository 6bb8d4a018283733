import { judgeIssue } from "#/lib/coverage/judge-issue.ts";
import { HAS_TEST, MEASURES } from "#/lib/coverage/measure.ts";
import type { PolicyRules } from "#/lib/coverage/policy.ts";
import { verdictAt } from "#/lib/coverage/verdict-at.ts";
import { unknown } from "#/lib/facts/known.ts";
import type { JudgedItem } from "#/lib/store/assessment.ts";
import type { OpenIssue } from "#/lib/store/load-open-issues.ts";
import type { RepositoryInScope } from "#/lib/store/load-program-facts.ts";

const INCIDENT = "incident";
const NO_LINKS = unknown("Links between issues and pull requests are not read yet.");

/** Judges the open issues of a repository; the program's tracking issue is not an item. */
export function judgeIssues(input: {
  repository: RepositoryInScope;
  issues: readonly OpenIssue[];
  trackingIssue: number | null;
  rules: PolicyRules;
}): JudgedItem[] {
  const { repository, issues, trackingIssue, rules } = input;
  return issues
    .filter((issue) => issue.number !== trackingIssue)
    .map((issue): JudgedItem => {
      const { standing, resolution } = judgeIssue({
        state: "open",
        hasMergedPatch: NO_LINKS,
        linked: NO_LINKS,
        insufficient: null,
        rung: rules.rung,
      });
      const measures = MEASURES.filter((measure) => measure !== HAS_TEST);
      const judged = { standing, hasTest: NO_LINKS, waived: false };
      return {
        naturalKey: `issue:${repository.id}:${issue.number}`,
        kind: issue.labels.includes(INCIDENT) ? "incident" : "issue",
        population: "issue",
        repositoryId: repository.id,
        alias: repository.alias,
        ...issue,
        enteredAt: issue.createdAt,
        fixKind: null,
        why: ["open-issue: every open issue of a repository in scope is an item"],
        standing,
        resolution,
        verdicts: new Map(measures.map((measure) => [measure, verdictAt(measure, judged)])),
        paths: null,
      };
    });
}
