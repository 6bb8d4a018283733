// What is asked of each kind of row. Lists inside a row are long enough for nearly all of them; whoever
// finds more in one asks for that row by itself. A repository has at most 100 labels on one row.

const PAGE = "totalCount pageInfo { hasNextPage endCursor }";
const LABELS = `labels(first: 100) { ${PAGE} nodes { name } }`;

export const ISSUE = `fragment IssueRow on Issue {
  fullDatabaseId number title body issueState: state author { __typename login } ${LABELS}
  createdAt updatedAt closedAt url
}`;

export const FILES = `fragment FilesOf on PullRequest {
  number changedFiles files(first: 100) { ${PAGE} nodes { path changeType additions deletions } }
}`;

const REVIEW = `fullDatabaseId state author { __typename login } body submittedAt commit { oid }`;
/** What only those may ask who may read organisations: the forge refuses the whole question to others, whoever is asked for a review. */
export const TEAM = "... on Team { combinedSlug }";

const REQUESTED = `id requestedReviewer {
  __typename ... on User { login } ... on Bot { login } ... on Mannequin { login } ${TEAM}
}`;

export const REVIEWS = `fragment ReviewsOf on PullRequest {
  id number headRefOid
  reviews(first: 50) { ${PAGE} nodes { ${REVIEW} } }
  reviewRequests(first: 50) { ${PAGE} nodes { ${REQUESTED} } }
}`;

/** The reviews of one pull request behind those that were told with it. */
export const MORE_REVIEWS = `query($id: ID!, $after: String) {
  node(id: $id) { ... on PullRequest { reviews(first: 100, after: $after) { ${PAGE} nodes { ${REVIEW} } } } }
}`;

export const PULL_REQUEST = `fragment PullRow on PullRequest {
  fullDatabaseId title body state author { __typename login } ${LABELS} baseRefName headRefName
  mergeCommit { oid } mergedAt createdAt updatedAt url ...FilesOf ...ReviewsOf
} ${FILES} ${REVIEWS}`;

export const LABEL = `fragment LabelRow on Label { id name description color }`;

/** A list of a repository, with where it goes on. */
export const listOf = (field: string, args: string, row: string): string =>
  `${field}(${args}) { ${PAGE} nodes { ${row} } }`;
