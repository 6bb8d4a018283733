import { type Answer, answerJson } from "../../answer.ts";
import { remembered } from "../../gitea/remember.ts";
import type { FakeComment, FakeIssue, FakeRepository } from "../../store.ts";
import { nodeId } from "../node-id.ts";
import { rowNumbered, rowsNumbered } from "../numbered-rows.ts";
import { orderedRows } from "../ordered-rows.ts";
import { notFound, reply } from "../reply.ts";
import { apiOf, movedTo, webOf } from "../site.ts";
import type { Call } from "./call.ts";
import { pageOf } from "./page.ts";
import { shapeIssue } from "./shape-issue.ts";
import { shapeUser } from "./shape-user.ts";

const together = remembered(({ issues, pulls }) => [...issues, ...pulls]);

/** Issues and pull requests in one list; both ends of `since` belong to it. */
export function answerIssues(call: Call): Answer {
  const { query, repository } = call;
  const sort = query.get("sort") === "updated" ? "updatedAt" : "createdAt";
  const state = query.get("state") ?? "open";
  const labels = query.get("labels")?.split(",") ?? [];
  const isSince = sinceOf(query);
  const sorted = orderedRows<FakeIssue>(together(repository), {
    by: sort,
    keyOf: (row) => row[sort],
    descending: query.get("direction") !== "asc",
  });
  const matching = sorted.filter(
    (row) =>
      (state === "all" || row.state === state) &&
      isSince(row) &&
      labels.every((label) => row.labels.includes(label)),
  );
  const { rows, headers } = pageOf(call, matching);
  return answerJson(
    rows.map((row) => shapeIssue(call, row)),
    headers,
  );
}

function sinceOf(query: URLSearchParams): (row: { updatedAt: string }) => boolean {
  const since = Date.parse(query.get("since") ?? "");
  return Number.isNaN(since) ? () => true : ({ updatedAt }) => Date.parse(updatedAt) >= since;
}

export function answerIssue(call: Call): Answer {
  const number = Number(call.params.number);
  const row = rowOf(call.repository, number);
  return row ? answerJson(shapeIssue(call, row)) : answerAbsent(call, number);
}

const rowOf = ({ issues, pulls }: FakeRepository, number: number): FakeIssue | null =>
  rowNumbered(issues, number) ?? rowNumbered<FakeIssue>(pulls, number);

/** An issue that is not there was moved, was deleted, or never was: numbers are given out without a gap. */
function answerAbsent(call: Call, number: number): Answer {
  const moved = movedTo(call, number);
  if (moved) {
    const url = `${call.api}/repositories/${moved.repository.id}/issues/${moved.number}`;
    const headers = { Location: url };
    return reply({ status: 301, message: "Moved Permanently", headers, more: { url } });
  }
  return number < highestOf(call.repository)
    ? reply({ status: 410, message: "This issue was deleted" })
    : notFound();
}

const highestOf = remembered(({ issues, pulls }) =>
  [...issues, ...pulls].reduce((highest, { number }) => Math.max(highest, number), 0),
);

/** The comments of all issues and pull requests; in the order of their ids unless another is asked for. */
export function answerComments(call: Call): Answer {
  const { query, repository } = call;
  const sort = query.get("sort");
  const sorted = orderedRows(repository.comments, {
    by: sort ?? "id",
    keyOf: (row) => (sort === "updated" ? row.updatedAt : sort === "created" ? row.createdAt : ""),
    // A direction without a field to sort by is not heard.
    descending: sort !== null && query.get("direction") !== "asc",
  });
  return answerCommentPage(call, sorted.filter(sinceOf(query)));
}

export function answerIssueComments(call: Call): Answer {
  const number = Number(call.params.number);
  // Only the issue itself leads to where it was moved.
  if (movedTo(call, number)) return notFound();
  if (!rowOf(call.repository, number)) return answerAbsent(call, number);
  const comments = rowsNumbered(call.repository.comments, number).filter(sinceOf(call.query));
  return answerCommentPage(
    call,
    comments.toSorted((a, b) => a.id - b.id),
  );
}

function answerCommentPage(call: Call, all: readonly FakeComment[]): Answer {
  const { rows, headers } = pageOf(call, all);
  return answerJson(
    rows.map((row) => shapeComment(call, row)),
    headers,
  );
}

export function answerComment(call: Call): Answer {
  const found = call.repository.comments.find(({ id }) => id === Number(call.params.id));
  return found ? answerJson(shapeComment(call, found)) : notFound();
}

function shapeComment(call: Call, comment: FakeComment) {
  const { id, number, author, body, createdAt, updatedAt } = comment;
  const kind = rowNumbered(call.repository.pulls, number) ? "pull" : "issues";
  return {
    url: `${apiOf(call)}/issues/comments/${id}`,
    html_url: `${webOf(call)}/${kind}/${number}#issuecomment-${id}`,
    // The only place that says which issue it belongs to.
    issue_url: `${apiOf(call)}/issues/${number}`,
    id,
    node_id: nodeId("IC", call.repository.id, id),
    user: shapeUser(call, author),
    created_at: createdAt,
    updated_at: updatedAt,
    body,
    author_association: "MEMBER",
    performed_via_github_app: null,
  };
}
