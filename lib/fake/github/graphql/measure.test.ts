import { parse } from "graphql";
import { describe, expect, test } from "vitest";
import { measure } from "./measure.ts";
import { publishedSchema } from "./schema.ts";

const schema = publishedSchema();
const measured = (query: string, variables: Record<string, unknown> = {}) =>
  measure(schema, parse(query), variables);
const inRepository = (fields: string) => `{ repository(owner: "o", name: "n") { ${fields} } }`;

const WHOLE_PULL = `number labels(first: 20) { nodes { name } } files(first: 100) { nodes { path } }
  reviews(first: 10) { nodes { state } } closingIssuesReferences(first: 10) { nodes { number } }
  statusCheckRollup { contexts(first: 50) { nodes { __typename } } }`;

const pulls = (first: number) =>
  inRepository(`pullRequests(first: ${first}) { nodes { ${WHOLE_PULL} } }`);

describe("what a query costs", () => {
  test.each([
    [25, 1, 4775],
    [50, 3, 9550],
    [100, 5, 19_100],
  ])(
    "a page of %i whole pull requests costs %i points and may give %i rows",
    (first, points, nodes) => {
      expect(measured(pulls(first))).toEqual({ points, nodes, refusal: null });
    },
  );

  test("the least is one point, and a count without rows gives none", () => {
    const { points, nodes, refusal } = measured(inRepository("issues { totalCount }"));
    expect([points, nodes, refusal]).toEqual([1, 0, null]);
  });

  test("a list that is asked for in two fragments is read once, and one with another name twice", () => {
    const labels = "labels(first: 10) { nodes { name } }";
    const twice = inRepository(`...A ...A ${labels}`);
    expect(measured(`${twice} fragment A on Repository { ${labels} }`).nodes).toBe(10);
    expect(measured(inRepository(`a: ${labels} b: ${labels}`)).nodes).toBe(20);
  });

  test("what a variable leaves out costs nothing", () => {
    const query = `query($on: Boolean!) { repository(owner: "o", name: "n") {
      labels(first: 10) @include(if: $on) { nodes { name } } } }`;
    expect([true, false].map((on) => measured(query, { on }).nodes)).toEqual([10, 0]);
  });

  test("rows that are asked for by ids count as often as there are ids", () => {
    const query = `{ nodes(ids: ["a", "b", "c"]) { ... on Issue { labels(first: 10) { nodes { name } } } } }`;
    expect(measured(query).nodes).toBe(30);
  });
});

describe("what is refused before it is read", () => {
  test.each([
    ["101 rows", "issues(first: 101) { nodes { number } }", "EXCESSIVE_PAGINATION"],
    ["no number of rows", "issues { nodes { number } }", "MISSING_PAGINATION_BOUNDARIES"],
    [
      "more than 500,000 rows",
      "issues(first: 100) { nodes { comments(first: 100) { nodes { reactions(first: 100) { nodes { id } } } } } }",
      "MAX_NODE_LIMIT_EXCEEDED",
    ],
  ])("%s", (_, fields, type) => {
    expect(measured(inRepository(fields)).refusal?.type).toBe(type);
  });
});
