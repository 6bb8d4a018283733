import { type Answer, answerJson, answerNotFound } from "../answer.ts";
import type { FakeComment } from "../store.ts";
import type { RepositoryCall } from "./call.ts";
import { compare } from "./compare.ts";
import { moment } from "./moment.ts";
import { pageOf } from "./page.ts";
import { remembered, rememberedLists } from "./remember.ts";
import { shapeUser } from "./shape-user.ts";
import { commentsOf, pullOf, subjectOf } from "./subjects.ts";
import { windowOf } from "./within.ts";

const oldestFirst = remembered(({ comments }) => comments.toSorted(byCreated));
const lists = rememberedLists<FakeComment>();
const byId = remembered(({ comments }) => new Map(comments.map((row) => [row.id, row])));

/** Comments of all issues and pull requests, oldest first; the window is over `updated_at`. */
export function answerComments(call: RepositoryCall): Answer {
  const { repository, query } = call;
  const all = lists(repository, query, () => {
    const isWithin = windowOf(query);
    return oldestFirst(repository).filter(({ updatedAt }) => isWithin(updatedAt));
  });
  const { rows, headers } = pageOf(call, { all, kind: "no-link" });
  return answerJson(
    rows.map((comment) => shapeComment(call, comment)),
    headers,
  );
}

export function answerComment(call: RepositoryCall): Answer {
  const found = byId(call.repository).get(Number(call.params.id));
  return found ? answerJson(shapeComment(call, found)) : answerNotFound(call.store);
}

/** The comments of one issue or pull request, all at once. */
export function answerIssueComments(call: RepositoryCall): Answer {
  const { repository, params, query, store } = call;
  const number = Number(params.index);
  if (!subjectOf(repository, number)) return answerNotFound(store);
  const isWithin = windowOf(query);
  const rows = commentsOf(repository, number)
    .filter(({ updatedAt }) => isWithin(updatedAt))
    .toSorted(byCreated);
  return answerJson(
    rows.map((comment) => shapeComment(call, comment)),
    { "X-Total-Count": String(rows.length) },
  );
}

function byCreated(a: FakeComment, b: FakeComment): number {
  return compare(a.createdAt, b.createdAt) || a.id - b.id;
}

function shapeComment({ store, repository }: RepositoryCall, comment: FakeComment) {
  const isPull = pullOf(repository, comment.number) !== null;
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
    created_at: moment(store, comment.createdAt),
    updated_at: moment(store, comment.updatedAt),
  };
}
