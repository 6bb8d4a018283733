import { type Answer, answerError, answerJson, answerNotFound } from "../answer.ts";
import { answerBranch } from "./answer-branch.ts";
import { answerComments, answerIssueComments } from "./answer-comments.ts";
import { answerCommits } from "./answer-commits.ts";
import { answerContents, answerFileContents, answerRaw } from "./answer-contents.ts";
import { answerDifference } from "./answer-difference.ts";
import { answerIssue, answerIssues } from "./answer-issues.ts";
import { answerProtections } from "./answer-protections.ts";
import { answerPull, answerPullFiles, answerPulls } from "./answer-pulls.ts";
import { answerIssueSearch, answerRepositorySearch } from "./answer-search.ts";
import { answerCombinedStatus, answerStatuses, answerStatusesOfRef } from "./answer-statuses.ts";
import { answerTree } from "./answer-tree.ts";
import type { Call, RepositoryCall } from "./call.ts";
import { pageOf } from "./page.ts";
import { shapeLabel } from "./shape-label.ts";
import { shapeRepository } from "./shape-repository.ts";
import { shapeUser } from "./shape-user.ts";

type Route = {
  method: "GET" | "POST";
  template: string;
  pattern: RegExp;
  answer: (call: Call) => Answer;
};

const inRepository = "/repos/{owner}/{repo}";

export const routes: readonly Route[] = [
  route("/version", ({ store }) => answerJson({ version: store.version })),
  route("/settings/api", answerSettings),
  route("/user", ({ store }) => answerJson(shapeUser(store, store.viewer))),
  route("/repositories/{id}", answerRepositoryById),
  route("/repos/search", answerRepositorySearch),
  route("/repos/issues/search", answerIssueSearch),
  repositoryRoute("", (call) => answerJson(shapeRepository(call))),
  repositoryRoute("/issues/comments", answerComments),
  repositoryRoute("/issues/{index}/comments", answerIssueComments),
  repositoryRoute("/issues/{index}", answerIssue),
  repositoryRoute("/issues", answerIssues),
  repositoryRoute("/pulls/{index}/files", answerPullFiles),
  repositoryRoute("/pulls/{index}.diff", answerDifference),
  repositoryRoute("/pulls/{index}", answerPull),
  repositoryRoute("/pulls", answerPulls),
  repositoryRoute("/labels", answerLabels),
  repositoryRoute("/branches/{branch}", answerBranch),
  repositoryRoute("/branch_protections", answerProtections),
  repositoryRoute("/git/trees/{sha}", answerTree),
  repositoryRoute("/contents/{filepath}", answerContents),
  repositoryRoute("/contents", answerContents),
  repositoryRoute("/raw/{filepath}", answerRaw),
  repositoryRoute("/file-contents", answerFileContents),
  { ...repositoryRoute("/file-contents", answerFileContents), method: "POST" },
  repositoryRoute("/commits/{ref}/status", answerCombinedStatus),
  repositoryRoute("/commits/{ref}/statuses", answerStatusesOfRef),
  repositoryRoute("/commits", answerCommits),
  repositoryRoute("/statuses/{sha}", answerStatuses),
];

function route(template: string, answer: Route["answer"]): Route {
  return { method: "GET", template, pattern: patternOf(template), answer };
}

function repositoryRoute(rest: string, answer: (call: RepositoryCall) => Answer): Route {
  return route(`${inRepository}${rest}`, (call) => answerInRepository(call, answer));
}

function patternOf(template: string): RegExp {
  const plain = template.replaceAll(".", "\\.");
  const source = plain.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === "index" || name === "id") return `(?<${name}>\\d+)`;
    return /^(filepath|branch|ref)$/.test(name) ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`;
  });
  return new RegExp(`^${source}/?$`);
}

function answerInRepository(call: Call, answer: (call: RepositoryCall) => Answer): Answer {
  const { store, params, path, query } = call;
  const owner = (params.owner ?? "").toLowerCase();
  const name = (params.repo ?? "").toLowerCase();
  const owned = store.repositories.filter((each) => each.owner.toLowerCase() === owner);
  const repository = owned.find((each) => each.name.toLowerCase() === name);
  if (repository) return misreadTime(call) ?? answer({ ...call, repository });
  const renamed = owned.find((each) =>
    each.formerNames.some((former) => former.toLowerCase() === name),
  );
  if (!renamed) return answerNotFound(store);
  const target = path.replace(
    `/${params.owner}/${params.repo}`,
    `/${renamed.owner}/${renamed.name}`,
  );
  const suffix = query.size > 0 ? `?${query.toString()}` : "";
  return { status: 301, headers: { Location: `${target}${suffix}` }, body: "" };
}

// An unescaped `+` of an offset arrives as a blank, and the forge refuses it rather than guess.
function misreadTime({ query, store }: Call): Answer | null {
  for (const name of ["since", "before"]) {
    const text = query.get(name);
    if (!text || !Number.isNaN(Date.parse(text))) continue;
    const message = `parsing time "${text}" as "2006-01-02T15:04:05Z07:00"`;
    return answerError({ status: 422, message, rootUrl: store.rootUrl });
  }
  return null;
}

function answerRepositoryById({ store, params }: Call): Answer {
  const repository = store.repositories.find((each) => each.id === Number(params.id));
  if (!repository) return answerNotFound(store);
  return answerJson(shapeRepository({ store, repository }));
}

function answerSettings({ pageMax, treePageMax }: Call): Answer {
  return answerJson({
    max_response_items: pageMax,
    default_paging_num: Math.min(30, pageMax),
    default_git_trees_per_page: treePageMax,
    default_max_blob_size: 10_485_760,
    default_max_response_size: 104_857_600,
  });
}

function answerLabels(call: RepositoryCall): Answer {
  const { rows, headers } = pageOf(call, { all: call.repository.labels, kind: "no-link" });
  return answerJson(
    rows.map((label) => shapeLabel(call, label)),
    headers,
  );
}
