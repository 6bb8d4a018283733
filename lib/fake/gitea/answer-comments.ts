import { type Answer, answerJson, answerNotFound } from "../answer.ts";
import type { FakeComment } from "../store.ts";
import type { RepositoryCall } from "./call.ts";
import { pageOf } from "./page.ts";
import { shapeUser } from "./shape-user.ts";
import { within } from "./within.ts";

/** Comments of all issues and pull requests, oldest first; the window is over `updated_at`. */
export function answerComments(call: RepositoryCall): Answer {
  const matching = call.repository.comments
    .filter((comment) => within(call.query, comment.updatedAt))
    .toSorted(byCreated);
  const { rows, headers } = pageOf(call, { all: matching, kind: "no-link" });
  return answerJson(
    rows.map((comment) => shapeComment(call, comment)),
    headers,
  );
}

/** The comments of one issue or pull request, all at once. */
export function answerIssueComments(call: RepositoryCall): Answer {
  const { repository, params, query, store } = call;
  const number = Number(params.index);
  const known = [...repository.issues, ...repository.pulls].some((row) => row.number === number);
  if (!known) return answerNotFound(store);
  const rows = repository.comments
    .filter((comment) => comment.number === number && within(query, comment.updatedAt))
    .toSorted(byCreated);
  return answerJson(
    rows.map((comment) => shapeComment(call, comment)),
    { "X-Total-Count": String(rows.length) },
  );
}

function byCreated(a: FakeComment, b: FakeComment): number {
  return a.createdAt.localeCompare(b.createdAt) || a.id - b.id;
}

function shapeComment({ store, repository }: RepositoryCall, comment: FakeComment) {
  const isPull = repository.pulls.some((pull) => pull.number === comment.number);
  const web = `${store.rootUrl}/${repository.owner}/${repository.name}`;
  const subject = `${web}/${isPull ? "pulls" : "issues"}/${comment.number}`;
  return {
    id: comment.id,
    html_url: `${subject}#issuecomment-${comment.id}`,
    pull_request_url: isPull ? subject : "",
    issue_url: isPull ? "" : subject,
    user: shapeUser(store, comment.author),
    original_author: "",
    original_author_id: 0,
    body: comment.body,
    assets: [],
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
  };
}
