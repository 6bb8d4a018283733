import { parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { measure } from "#/lib/fake/github/graphql/measure.ts";
import { publishedSchema } from "#/lib/fake/github/graphql/schema.ts";
import { documentOf, type RepositoryQuestion } from "./ask-repository.ts";
import { MORE_REVIEWS } from "./fields.ts";
import { BRANCH_HISTORY, COMMIT_HISTORY } from "./list-history.ts";
import { PULL_COMMITS } from "./list-pull-commits.ts";
import { listQuestion, type RepositoryList } from "./list-question.ts";
import { CHANGED_PULLS, ISSUES, issuesSince, LABELS, PULLS } from "./lists.ts";
import { changesQuestion } from "./page-changes.ts";
import { WHO } from "./probe-github.ts";
import { FILES_AT_ONCE, filesQuestion } from "./read-changed-files.ts";
import { COMMITS_AT_ONCE, checksQuestion, MORE_CHECKS } from "./read-checks.ts";
import { COUNTS } from "./read-counts.ts";
import { ONE } from "./read-one.ts";
import { REVIEWS_AT_ONCE, reviewsQuestion } from "./read-reviews.ts";
import { TEXTS_AT_ONCE, textsQuestion } from "./read-texts.ts";
import { workflowsQuestion } from "./read-workflow-files.ts";

const SINCE = new Date("2026-06-01T00:00:00Z");
const SHA = "5".repeat(40);
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const page = (list: RepositoryList<never>, size: number) =>
  listQuestion(list, { after: null, size, good: 0 });

const QUESTIONS: [string, RepositoryQuestion, number][] = [
  ["a page of pull requests", page(PULLS as never, PULLS.sizeFirst), 1],
  ["the largest page of pull requests", page(PULLS as never, PULLS.sizeMax), 2],
  ["a page of pull requests by change", page(CHANGED_PULLS as never, 25), 1],
  ["a page of issues", page(ISSUES as never, ISSUES.sizeFirst), 1],
  ["a page of issues since a moment", page(issuesSince(SINCE, "created") as never, 100), 1],
  ["a page of labels", page(LABELS as never, LABELS.sizeFirst), 1],
  ["what changed", changesQuestion(SINCE), 1],
  ["one issue or pull request", { ...ONE, variables: { number: 1 } }, 1],
  ["how many there are", COUNTS, 1],
  ["files", filesQuestion(numbers(FILES_AT_ONCE)), 1],
  ["reviews", reviewsQuestion(numbers(REVIEWS_AT_ONCE)), 1],
  ["checks", checksQuestion(numbers(COMMITS_AT_ONCE).map(() => SHA)), 1],
  ["more checks", { ...MORE_CHECKS, variables: { sha: SHA, after: "c" } }, 1],
  ["texts", textsQuestion(SHA, numbers(TEXTS_AT_ONCE).map(String)), 1],
  ["workflow files", workflowsQuestion("main"), 1],
  ["the commits of one", { ...PULL_COMMITS, variables: { number: 1, after: null } }, 1],
  ["a branch's history", { ...BRANCH_HISTORY, variables: { first: 50, from: "r" } }, 1],
  ["a commit's history", { ...COMMIT_HISTORY, variables: { first: 50, from: SHA } }, 1],
];

const ALL: [string, string, Record<string, unknown>, number][] = [
  ...QUESTIONS.map(([what, question, points]): (typeof ALL)[number] => [
    what,
    documentOf(question),
    { owner: "o", name: "n", ...question.variables },
    points,
  ]),
  ["more reviews", MORE_REVIEWS, { id: "x", after: "c" }, 1],
  ["who asks", WHO, {}, 1],
];

describe("on the published schema", () => {
  test.each(ALL)("the question for %s is valid", (_what, document) => {
    expect(validate(publishedSchema(), parse(document))).toEqual([]);
  });

  test.each(ALL)("the question for %s costs what it may", (_what, document, variables, points) => {
    const measured = measure(publishedSchema(), parse(document), variables, null);
    expect(measured).toMatchObject({ points, refusal: null });
  });

  test.each(QUESTIONS)("the budget is told what %s costs", (_what, question, points) => {
    expect(question.cost ?? 1).toBe(points);
  });
});
