import { type Answer, answerJson, answerNotFound } from "../answer.ts";
import type { FakeIssue } from "../store.ts";
import type { RepositoryCall } from "./call.ts";
import { pageOf } from "./page.ts";
import { shapeIssue } from "./shape-issue.ts";
import { within } from "./within.ts";

/** Lists issues and pull requests, newest created first; this API cannot sort otherwise. */
export function answerIssues(call: RepositoryCall): Answer {
  const { repository, query } = call;
  const type = query.get("type");
  const all: FakeIssue[] = [
    ...(type === "pulls" ? [] : repository.issues),
    ...(type === "issues" ? [] : repository.pulls),
  ];
  const matching = all.filter((issue) => matches(query, issue)).toSorted(byCreatedDescending);
  const { rows, headers } = pageOf(call, { all: matching, kind: "link" });
  return answerJson(
    rows.map((issue) => shapeIssue(call, issue)),
    headers,
  );
}

export function answerIssue(call: RepositoryCall): Answer {
  const { store, repository, params } = call;
  const all = [...repository.issues, ...repository.pulls];
  const found = all.find((issue) => issue.number === Number(params.index));
  if (!found) return answerNotFound(store);
  return answerJson(shapeIssue(call, found));
}

export function byCreatedDescending(a: FakeIssue, b: FakeIssue): number {
  return b.createdAt.localeCompare(a.createdAt) || b.number - a.number;
}

function matches(query: URLSearchParams, issue: FakeIssue): boolean {
  const state = query.get("state") ?? "open";
  const labels = (query.get("labels") ?? "").split(",").filter(Boolean);
  const createdBy = query.get("created_by");
  const text = query.get("q")?.toLowerCase();
  return (
    (state === "all" || issue.state === (state === "closed" ? "closed" : "open")) &&
    within(query, issue.updatedAt) &&
    labels.every((label) => issue.labels.includes(label)) &&
    (!createdBy || issue.author === createdBy) &&
    (!text || `${issue.title}\n${issue.body}`.toLowerCase().includes(text))
  );
}
