import { type Answer, answerJson, answerNotFound } from "../answer.ts";
import type { FakeIssue, FakeRepository } from "../store.ts";
import type { RepositoryCall } from "./call.ts";
import { compare } from "./compare.ts";
import { pageOf } from "./page.ts";
import { remembered, rememberedLists } from "./remember.ts";
import { shapeIssue } from "./shape-issue.ts";
import { skinOf } from "./skin.ts";
import { commentsOf, subjectOf } from "./subjects.ts";
import { windowOf } from "./within.ts";

const newestFirst = remembered(({ issues, pulls }): readonly FakeIssue[] =>
  [...issues, ...pulls].toSorted(byCreatedDescending),
);
const lists = rememberedLists<FakeIssue>();

/** Lists issues and pull requests, newest created first; only Forgejo can sort otherwise. */
export function answerIssues(call: RepositoryCall): Answer {
  const { repository, query, store } = call;
  const all = lists(repository, query, () => {
    const matching = newestFirst(repository).filter(matcherOf(query));
    const sort = skinOf(store).isForgejo(0) ? orderOf(repository, query.get("sort")) : null;
    return sort ? matching.toSorted(sort) : matching;
  });
  const { rows, headers } = pageOf(call, { all, kind: "link" });
  return answerJson(
    rows.map((issue) => shapeIssue(call, issue)),
    headers,
  );
}

/** An issue or a pull request by the number that they share; one that was moved elsewhere is only gone here. */
export function answerIssue(call: RepositoryCall): Answer {
  const { store, repository, params } = call;
  const found = subjectOf(repository, Number(params.index));
  return found ? answerJson(shapeIssue(call, found)) : answerNotFound(store);
}

export function byCreatedDescending(a: FakeIssue, b: FakeIssue): number {
  return compare(b.createdAt, a.createdAt) || b.number - a.number;
}

/** What the filters of a list of issues let through. */
export function matcherOf(query: URLSearchParams): (issue: FakeIssue) => boolean {
  const type = query.get("type");
  const state = query.get("state") ?? "open";
  const labels = (query.get("labels") ?? "").split(",").filter(Boolean);
  const createdBy = query.get("created_by");
  const text = query.get("q")?.toLowerCase();
  const isWithin = windowOf(query);
  return (issue) =>
    (type === null || type === ("pullId" in issue ? "pulls" : "issues")) &&
    (state === "all" || issue.state === (state === "closed" ? "closed" : "open")) &&
    isWithin(issue.updatedAt) &&
    labels.every((label) => issue.labels.includes(label)) &&
    (!createdBy || issue.author === createdBy) &&
    (!text || `${issue.title}\n${issue.body}`.toLowerCase().includes(text));
}

type Compare = (a: FakeIssue, b: FakeIssue) => number;

/** The sorting that lists of pull requests have everywhere and lists of issues on Forgejo; null is by creation. */
export function orderOf(repository: FakeRepository, sort: string | null): Compare | null {
  const comments = ({ number }: FakeIssue) => commentsOf(repository, number).length;
  const orders: Record<string, Compare> = {
    oldest: (a, b) => -byCreatedDescending(a, b),
    recentupdate: (a, b) => compare(b.updatedAt, a.updatedAt),
    leastupdate: (a, b) => compare(a.updatedAt, b.updatedAt),
    recentclose: (a, b) => compare(b.closedAt ?? "", a.closedAt ?? ""),
    mostcomment: (a, b) => comments(b) - comments(a),
    leastcomment: (a, b) => comments(a) - comments(b),
  };
  const chosen = orders[sort ?? ""];
  return chosen ? (a, b) => chosen(a, b) || byCreatedDescending(a, b) : null;
}
