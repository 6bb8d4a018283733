import type { FakeFile, FakePullRequest, FakeRepository, FakeReview } from "../../store.ts";
import { closingIssuesOf } from "../closing.ts";
import { nodeId } from "../node-id.ts";
import { ownShasOf } from "../own-commits.ts";
import { FILES_MAX } from "../patch-of.ts";
import { actorNode } from "./actor.ts";
import { byPlace, connectionOf, type Paging } from "./connection.ts";
import type { Graph, Node } from "./graph.ts";

const CHANGE_TYPES = {
  added: "ADDED",
  changed: "MODIFIED",
  deleted: "DELETED",
  renamed: "RENAMED",
  copied: "COPIED",
} as const satisfies Record<FakeFile["status"], string>;

/** The changed files; where one came from is not told here. */
export function filesOf({ files }: FakePullRequest, args: Paging): Node {
  return connectionOf(args, {
    rows: files.length > FILES_MAX ? files.slice(0, FILES_MAX) : files,
    keyOf: byPlace,
    toNode: ({ path, status, additions, deletions }) => ({
      __typename: "PullRequestChangedFile",
      path,
      changeType: CHANGE_TYPES[status],
      additions,
      deletions,
    }),
  });
}

type Pulled<More> = { args: Paging } & More;

/** The commits as they were before a merge, oldest first. */
export function commitsOf(
  graph: Graph,
  repository: FakeRepository,
  { pull, args }: Pulled<{ pull: FakePullRequest }>,
): Node {
  return connectionOf(args, {
    rows: ownShasOf(repository, pull),
    keyOf: byPlace,
    toNode: (sha) => ({
      __typename: "PullRequestCommit",
      id: nodeId("C", repository.id, sha, pull.number),
      commit: () => graph.commit(repository, sha),
    }),
  });
}

export function reviewsPage(
  graph: Graph,
  repository: FakeRepository,
  { rows, args }: Pulled<{ rows: readonly FakeReview[] }>,
): Node {
  return connectionOf(args, {
    rows: rows.toSorted((a, b) => a.id - b.id),
    keyOf: ({ id }) => [id],
    toNode: (review) => graph.review(repository, review),
  });
}

export function requestsOf(
  graph: Graph,
  repository: FakeRepository,
  { rows, pull, args }: Pulled<{ rows: readonly FakeReview[]; pull: FakePullRequest }>,
): Node {
  return connectionOf(args, {
    rows,
    keyOf: ({ id }) => [id],
    toNode: ({ id, author }) => ({
      __typename: "ReviewRequest",
      id: nodeId("RR", repository.id, id),
      databaseId: id,
      asCodeOwner: false,
      requestedReviewer: () => actorNode(graph, author),
      pullRequest: () => graph.pull(repository, pull),
    }),
  });
}

export function closingOf(
  graph: Graph,
  repository: FakeRepository,
  { pull, args }: Pulled<{ pull: FakePullRequest }>,
): Node {
  return connectionOf(args, {
    rows: closingIssuesOf({ ...graph, repository }, pull),
    keyOf: byPlace,
    toNode: (found) => graph.issue(found.repository, found.issue),
  });
}
