import { type Answer, type Answered, type Asked, answerError, answerNotFound } from "../answer.ts";
import { isAdmin } from "../gitea/is-admin.ts";
import { refuseByScope } from "../gitea/scope.ts";
import type { FakeRepository } from "../store.ts";
import type { Write } from "./write.ts";
import { createBranch, createStatus, writeFile } from "./write-branch.ts";
import {
  createGithubHook,
  createGithubStatus,
  createRef,
  listGithubHooks,
  mergeGithubPull,
} from "./write-github.ts";
import { createHook, deleteHook, editHook, listHooks, readHook } from "./write-hook.ts";
import {
  addLabels,
  createComment,
  createIssue,
  deleteComment,
  editComment,
  editIssue,
  editPull,
} from "./write-issue.ts";
import { createPull, createReview, mergePull } from "./write-pull.ts";

type Route = {
  method: string;
  template: string;
  pattern: RegExp;
  answer: (write: Write) => Answer;
};

const BASE = "/api/v1";

const giteaRoutes: readonly Route[] = [
  route("POST /issues", createIssue),
  route("PATCH /issues/comments/{id}", editComment),
  route("DELETE /issues/comments/{id}", deleteComment),
  route("POST /issues/{index}/comments", createComment),
  route("POST /issues/{index}/labels", addLabels),
  route("PATCH /issues/{index}", editIssue),
  route("POST /pulls", createPull),
  route("PATCH /pulls/{index}", editPull),
  route("POST /pulls/{index}/reviews", createReview),
  route("POST /pulls/{index}/merge", mergePull),
  route("POST /branches", createBranch),
  route("POST /statuses/{sha}", createStatus),
  route("POST /contents/{filepath}", writeFile),
  route("PUT /contents/{filepath}", writeFile),
  route("DELETE /contents/{filepath}", writeFile),
  route("POST /hooks", createHook),
  route("GET /hooks", listHooks),
  route("GET /hooks/{id}", readHook),
  route("PATCH /hooks/{id}", editHook),
  route("DELETE /hooks/{id}", deleteHook),
];

const githubRoutes: readonly Route[] = [
  route("POST /issues", createIssue),
  route("PATCH /issues/comments/{id}", editComment),
  route("DELETE /issues/comments/{id}", deleteComment),
  route("POST /issues/{index}/comments", createComment),
  route("POST /issues/{index}/labels", addLabels),
  route("PATCH /issues/{index}", editIssue),
  route("POST /pulls", createPull),
  route("PATCH /pulls/{index}", editPull),
  route("POST /pulls/{index}/reviews", createReview),
  route("PUT /pulls/{index}/merge", mergeGithubPull),
  route("POST /git/refs", createRef),
  route("POST /statuses/{sha}", createGithubStatus),
  route("PUT /contents/{filepath}", writeFile),
  route("DELETE /contents/{filepath}", writeFile),
  route("POST /hooks", createGithubHook),
  route("GET /hooks", listGithubHooks),
];

/** The writes that a person or an agent makes on the forge, and the hooks; null for everything else. */
export function answerWrites(asked: Asked): Answered | null {
  const { method, store } = asked;
  const path = pathOf(asked);
  if (!path?.startsWith("/repos/")) return null;
  for (const each of store.github ? githubRoutes : giteaRoutes) {
    const match = each.method === method ? each.pattern.exec(path) : null;
    if (!match) continue;
    const params: Record<string, string> = {};
    for (const [name, value] of Object.entries(match.groups ?? {})) {
      params[name] = decodeURIComponent(value);
    }
    const endpoint = `${method} ${each.template}`;
    const refused = store.github ? null : refuseByScope(store, { method, template: each.template });
    return { endpoint, answer: refused ?? (() => answerRoute(asked, { route: each, params })) };
  }
  return null;
}

/** The path below where the API begins: an Enterprise Server has it elsewhere than github.com. */
function pathOf({ url, store }: Asked): string | null {
  if (store.github) return url.pathname.replace(/^\/api(\/v3)?(?=\/|$)/, "");
  return url.pathname.startsWith(`${BASE}/`) ? url.pathname.slice(BASE.length) : null;
}

type Matched = { route: Route; params: Record<string, string> };

function answerRoute(asked: Asked, { route: found, params }: Matched): Answer {
  const { store } = asked;
  const { owner = "", repo = "" } = params;
  const isNamed = (name: string) => name.toLowerCase() === repo.toLowerCase();
  const owned = store.repositories.filter((each) => sameOwner(each, owner));
  const repository = owned.find(({ name }) => isNamed(name));
  if (repository) {
    const body = parsedBody(asked.body);
    if (body) return found.answer({ store, repository, asked, params, body, by: writerOf(asked) });
    return answerError({ status: 422, message: "invalid JSON", rootUrl: store.rootUrl });
  }
  const renamed = owned.find(({ formerNames }) => formerNames.some(isNamed));
  if (!renamed) return answerNotFound(store);
  const path = asked.url.pathname.replace(`/${owner}/${repo}`, `/${renamed.owner}/${renamed.name}`);
  return { status: 301, headers: { Location: `${path}${asked.url.search}` }, body: "" };
}

const sameOwner = ({ owner }: FakeRepository, asked: string): boolean =>
  owner.toLowerCase() === asked.toLowerCase();

/** The token's owner, or whom an administrator says to act for. */
function writerOf({ store, url, headers }: Asked): string {
  const sudo = url.searchParams.get("sudo") ?? headers.sudo;
  const isKnown = store.users.some(({ login }) => login === sudo);
  return sudo && isKnown && isAdmin(store) ? sudo : store.viewer;
}

function parsedBody(body: string): Record<string, unknown> | null {
  if (body === "") return {};
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === "object" && parsed !== null ? { ...parsed } : null;
  } catch {
    return null;
  }
}

function route(said: string, answer: Route["answer"]): Route {
  const [method = "", rest = ""] = said.split(" ");
  const template = `/repos/{owner}/{repo}${rest}`;
  const source = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === "index" || name === "id") return `(?<${name}>\\d+)`;
    return name === "filepath" ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`;
  });
  return { method, template, pattern: new RegExp(`^${source}/?$`), answer };
}
