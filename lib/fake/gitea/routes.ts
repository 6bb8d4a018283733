import { type Answer, answerJson } from "../answer.ts";
import { answerBranch, answerBranches } from "./answer-branch.ts";
import { answerComment, answerComments, answerIssueComments } from "./answer-comments.ts";
import { answerCommits, answerPullCommits } from "./answer-commits.ts";
import { answerContents, answerFileContents, answerRaw } from "./answer-contents.ts";
import { answerDifference } from "./answer-difference.ts";
import { answerForgejoJobs, answerForgejoRun, answerForgejoRuns } from "./answer-forgejo-runs.ts";
import { answerIssue, answerIssues } from "./answer-issues.ts";
import { answerLabels, answerOrgLabels } from "./answer-labels.ts";
import { answerProtections } from "./answer-protections.ts";
import { answerPull, answerPullFiles, answerPulls } from "./answer-pulls.ts";
import { answerReviews } from "./answer-reviews.ts";
import { answerJobs, answerRun, answerRunJobs, answerRuns } from "./answer-runs.ts";
import { answerIssueSearch, answerRepositorySearch } from "./answer-search.ts";
import { answerRepositoryById, answerSettings } from "./answer-server.ts";
import { answerCombinedStatus, answerStatuses, answerStatusesOfRef } from "./answer-statuses.ts";
import { answerTasks } from "./answer-tasks.ts";
import { answerTree } from "./answer-tree.ts";
import type { Call, RepositoryCall } from "./call.ts";
import { answerInRepository } from "./in-repository.ts";
import { shapeRepository } from "./shape-repository.ts";
import { shapeUser } from "./shape-user.ts";
import type { Skin } from "./skin.ts";

export type Route = {
  method: "GET" | "POST";
  template: string;
  pattern: RegExp;
  /** Which versions have it; what they have not is not found. */
  isIn: (skin: Skin) => boolean;
  answer: (call: Call) => Answer;
};

const inRepository = "/repos/{owner}/{repo}";
const everywhere = () => true;
const hasFileContents = (skin: Skin): boolean => skin.isGitea(24);
const hasRuns = (skin: Skin): boolean => skin.isGitea(25);
const hasTasks = (skin: Skin): boolean => skin.isGitea(23) || skin.isForgejo(0);
const hasForgejoRuns = (skin: Skin): boolean => skin.isForgejo(12);

export const routes: readonly Route[] = [
  route("/version", ({ store }) => answerJson({ version: store.version })),
  route("/settings/api", answerSettings),
  route("/user", ({ store }) => answerJson(shapeUser(store, store.viewer))),
  route("/repositories/{id}", answerRepositoryById),
  route("/repos/search", answerRepositorySearch),
  route("/repos/issues/search", answerIssueSearch),
  route("/orgs/{org}/labels", answerOrgLabels),
  repositoryRoute("", (call) => answerJson(shapeRepository(call))),
  repositoryRoute("/issues/comments", answerComments),
  repositoryRoute("/issues/comments/{id}", answerComment),
  repositoryRoute("/issues/{index}/comments", answerIssueComments),
  repositoryRoute("/issues/{index}", answerIssue),
  repositoryRoute("/issues", answerIssues),
  repositoryRoute("/pulls/{index}/files", answerPullFiles),
  repositoryRoute("/pulls/{index}/commits", answerPullCommits),
  repositoryRoute("/pulls/{index}/reviews", answerReviews),
  repositoryRoute("/pulls/{index}.diff", answerDifference),
  repositoryRoute("/pulls/{index}", answerPull),
  repositoryRoute("/pulls", answerPulls),
  repositoryRoute("/labels", answerLabels),
  repositoryRoute("/branches/{branch}", answerBranch),
  repositoryRoute("/branches", answerBranches),
  repositoryRoute("/branch_protections", answerProtections),
  repositoryRoute("/git/trees/{sha}", answerTree),
  repositoryRoute("/contents/{filepath}", answerContents),
  repositoryRoute("/contents", answerContents),
  repositoryRoute("/raw/{filepath}", answerRaw),
  repositoryRoute("/file-contents", answerFileContents, hasFileContents),
  { ...repositoryRoute("/file-contents", answerFileContents, hasFileContents), method: "POST" },
  repositoryRoute("/commits/{ref}/status", answerCombinedStatus),
  repositoryRoute("/commits/{ref}/statuses", answerStatusesOfRef),
  repositoryRoute("/commits", answerCommits),
  repositoryRoute("/statuses/{sha}", answerStatuses),
  repositoryRoute("/actions/runs", answerRuns, hasRuns),
  repositoryRoute("/actions/runs/{run}", answerRun, hasRuns),
  repositoryRoute("/actions/runs/{run}/jobs", answerRunJobs, hasRuns),
  repositoryRoute("/actions/jobs", answerJobs, hasRuns),
  repositoryRoute("/actions/runs", answerForgejoRuns, hasForgejoRuns),
  repositoryRoute("/actions/runs/{run_id}", answerForgejoRun, hasForgejoRuns),
  repositoryRoute("/actions/runs/{run_id}/jobs", answerForgejoJobs, hasForgejoRuns),
  repositoryRoute("/actions/tasks", answerTasks, hasTasks),
];

function route(template: string, answer: Route["answer"], isIn: Route["isIn"] = everywhere): Route {
  return { method: "GET", template, pattern: patternOf(template), isIn, answer };
}

function repositoryRoute(
  rest: string,
  answer: (call: RepositoryCall) => Answer,
  isIn: Route["isIn"] = everywhere,
): Route {
  return route(`${inRepository}${rest}`, (call) => answerInRepository(call, answer), isIn);
}

function patternOf(template: string): RegExp {
  const plain = template.replaceAll(".", "\\.");
  const source = plain.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (/^(index|id|run|run_id)$/.test(name)) return `(?<${name}>\\d+)`;
    return /^(filepath|branch|ref)$/.test(name) ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`;
  });
  return new RegExp(`^${source}/?$`);
}
