import { expect, test } from "vitest";
import { change } from "../../change.ts";
import { firstPull, type Rows, servedGithub } from "../testing/served-github.ts";

const PAGE = "totalCount pageInfo { hasNextPage endCursor }";
const PERSON = "author { __typename login url }";
const CHECKS = `statusCheckRollup { state contexts(first: 50) { ${PAGE} checkRunCount nodes { __typename
  ... on CheckRun { databaseId name status conclusion startedAt completedAt detailsUrl checkSuite { createdAt } }
  ... on StatusContext { context state createdAt description targetUrl creator { login } } } } }`;
const WHOLE = `id databaseId fullDatabaseId number title body state isDraft url createdAt updatedAt closedAt mergedAt
  ${PERSON} mergedBy { login } labels(first: 20) { ${PAGE} nodes { id name color description } }
  baseRefName baseRefOid headRefName headRefOid headRepository { nameWithOwner } isCrossRepository
  mergeCommit { oid committedDate messageHeadline } additions deletions changedFiles reviewDecision
  files(first: 100) { ${PAGE} nodes { path changeType additions deletions } }
  reviews(first: 10) { ${PAGE} nodes { fullDatabaseId state body submittedAt commit { oid } ${PERSON} } }
  latestReviews(first: 10) { nodes { state } } latestOpinionatedReviews(first: 10) { nodes { state } }
  reviewRequests(first: 10) { nodes { requestedReviewer { ... on User { login } } } }
  comments(first: 10) { ${PAGE} nodes { fullDatabaseId body createdAt updatedAt ${PERSON} } }
  closingIssuesReferences(first: 10) { nodes { number repository { nameWithOwner } } }
  commits(last: 1) { nodes { commit { oid ${CHECKS} } } } ${CHECKS}`;

test("all that the study asks of a pull request is answered, for every one of the sample", async () => {
  const { of, repository, store, server } = await servedGithub();
  const { number } = firstPull(repository);
  change.review(
    { store, repository, number },
    { author: "kimi", state: "APPROVED", body: "Fine." },
  );
  change.comment({ store, repository, number }, { author: "kimi", body: "Said." });
  type Page = { pullRequests: Rows<{ number: number; comments: Rows<{ body: string }> }> };
  const { data, errors } = await of<Page>(
    `pullRequests(first: 100, orderBy: { field: UPDATED_AT, direction: DESC }) { ${PAGE} nodes { ${WHOLE} } }`,
  );
  await server.close();
  expect(errors).toEqual([]);
  expect(data.pullRequests.nodes).toHaveLength(repository.pulls.length);
  expect(data.pullRequests.nodes[0]).toMatchObject({
    number,
    reviews: {
      totalCount: 1,
      nodes: [{ state: "APPROVED", body: "Fine.", author: { login: "kimi" } }],
    },
    comments: { nodes: [{ body: "Said." }] },
  });
});
