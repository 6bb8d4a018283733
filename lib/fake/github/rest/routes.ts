import { type Answer, answerJson } from "../../answer.ts";
import type { GithubPermission } from "../skin.ts";
import { answerBranch, answerProtection, answerRequiredChecks } from "./answer-branch.ts";
import {
  answerCheckRuns,
  answerCombinedStatus,
  answerCommit,
  answerCommits,
  answerStatuses,
} from "./answer-commits.ts";
import { answerBlob, answerContents, answerTree } from "./answer-files.ts";
import {
  answerComment,
  answerComments,
  answerIssue,
  answerIssueComments,
  answerIssues,
} from "./answer-issues.ts";
import {
  answerPull,
  answerPullCommits,
  answerPullFiles,
  answerPulls,
  answerReviews,
  withPull,
} from "./answer-pulls.ts";
import { answerRules, answerRuleset } from "./answer-rules.ts";
import { answerJobs, answerRun, answerRuns } from "./answer-runs.ts";
import { answerMeta, answerRateLimit, answerUser } from "./answer-site.ts";
import type { Call, SiteCall } from "./call.ts";
import { pageOf } from "./page.ts";
import { shapeLabel } from "./shape-issue.ts";
import { shapeRepository } from "./shape-repository.ts";

type Route<Asked> = {
  template: string;
  pattern: RegExp;
  /** What a token must be allowed to read; null where it need be nothing. */
  permission: GithubPermission | null;
  answer: (call: Asked) => Answer;
};

export const siteRoutes: readonly Route<SiteCall>[] = [
  route("/user", null, answerUser),
  route("/meta", null, answerMeta),
  route("/rate_limit", null, answerRateLimit),
];

/** What is asked of one repository, by its name or by its id. */
export const repositoryRoutes: readonly Route<Call>[] = [
  route("", null, (call) => answerJson(shapeRepository(call))),
  route("/issues/comments/{id}", "issues", answerComment),
  route("/issues/comments", "issues", answerComments),
  route("/issues/{number}/comments", "issues", answerIssueComments),
  route("/issues/{number}", "issues", answerIssue),
  route("/issues", "issues", answerIssues),
  route("/pulls/{number}/files", "pull_requests", withPull(answerPullFiles)),
  route("/pulls/{number}/reviews", "pull_requests", withPull(answerReviews)),
  route("/pulls/{number}/commits", "pull_requests", withPull(answerPullCommits)),
  route("/pulls/{number}", "pull_requests", withPull(answerPull)),
  route("/pulls", "pull_requests", answerPulls),
  route("/labels", "issues", answerLabels),
  route("/actions/runs/{id}/jobs", "actions", answerJobs),
  route("/actions/runs/{id}", "actions", answerRun),
  route("/actions/runs", "actions", answerRuns),
  route("/commits/{ref}/status", "statuses", answerCombinedStatus),
  route("/commits/{ref}/statuses", "statuses", answerStatuses),
  route("/commits/{ref}/check-runs", "checks", answerCheckRuns),
  route("/commits/{ref}", "contents", answerCommit),
  route("/commits", "contents", answerCommits),
  route(
    "/branches/{branch}/protection/required_status_checks",
    "administration",
    answerRequiredChecks,
  ),
  route("/branches/{branch}/protection", "administration", answerProtection),
  route("/branches/{branch}", "contents", answerBranch),
  route("/rules/branches/{branch}", null, answerRules),
  route("/rulesets/{id}", null, answerRuleset),
  route("/git/trees/{sha}", "contents", answerTree),
  route("/git/blobs/{sha}", "contents", answerBlob),
  route("/contents/{path}", "contents", answerContents),
  route("/contents", "contents", answerContents),
];

function route<Asked>(
  template: string,
  permission: GithubPermission | null,
  answer: Route<Asked>["answer"],
): Route<Asked> {
  return { template, pattern: patternOf(template), permission, answer };
}

function patternOf(template: string): RegExp {
  const source = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === "number" || name === "id") return `(?<${name}>\\d+)`;
    return /^(path|branch|ref|sha)$/.test(name) ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`;
  });
  return new RegExp(`^${source}/?$`);
}

function answerLabels(call: Call): Answer {
  const { rows, headers } = pageOf(call, call.repository.labels);
  return answerJson(
    rows.map((label) => shapeLabel(call, label)),
    headers,
  );
}
