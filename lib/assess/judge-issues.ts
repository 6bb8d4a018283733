import { type IssueFacts, judgeIssue } from "#/lib/coverage/judge-issue.ts";
import type { PolicyRules } from "#/lib/coverage/policy.ts";
import type { JudgedItem } from "#/lib/store/assessment.ts";
import type { OpenIssue } from "#/lib/store/load-open-issues.ts";
import type { RepositoryInScope } from "#/lib/store/load-program-facts.ts";
import { issueVerdicts } from "./issue-verdicts.ts";

const INCIDENT = "incident";

/** What the links that lead to an issue bring it. */
export type LinksOfIssue = (
  number: number,
) => Pick<IssueFacts, "hasMergedPatch" | "linked" | "insufficient">;

/** Judges the open issues of a repository by what is linked to them; the program's tracking issue is not an item. */
export function judgeIssues(input: {
  repository: RepositoryInScope;
  issues: readonly OpenIssue[];
  trackingIssue: number | null;
  rules: PolicyRules;
  linksOf: LinksOfIssue;
}): JudgedItem[] {
  const { repository, issues, trackingIssue, rules, linksOf } = input;
  return issues
    .filter((issue) => issue.number !== trackingIssue)
    .map((issue): JudgedItem => {
      const { standing, resolution } = judgeIssue({
        state: "open",
        rung: rules.rung,
        ...linksOf(issue.number),
      });
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
        takenBack: false,
        resolution,
        verdicts: issueVerdicts(standing),
        paths: null,
      };
    });
}
