import type { FakeComment, FakeLabel, FakeRepository, FakeReview } from "../../store.ts";
import { nodeId } from "../node-id.ts";
import { rowNumbered } from "../numbered-rows.ts";
import { reviewWord } from "../reviews.ts";
import { webOf } from "../site.ts";
import { actorNode } from "./actor.ts";
import type { Graph, Node } from "./graph.ts";

export function labelNode(graph: Graph, repository: FakeRepository, label: FakeLabel): Node {
  const path = `/labels/${encodeURIComponent(label.name)}`;
  return {
    __typename: "Label",
    id: nodeId("LA", repository.id, label.id),
    name: label.name,
    color: label.color,
    description: label.description || null,
    isDefault: false,
    createdAt: repository.createdAt,
    updatedAt: repository.createdAt,
    url: `${webOf({ ...graph, repository })}${path}`,
    resourcePath: `/${repository.owner}/${repository.name}${path}`,
    repository: () => graph.repository(repository),
  };
}

export function commentNode(graph: Graph, repository: FakeRepository, comment: FakeComment): Node {
  const pull = rowNumbered(repository.pulls, comment.number);
  const issue = rowNumbered(repository.issues, comment.number);
  const subject = `${pull ? "pull" : "issues"}/${comment.number}#issuecomment-${comment.id}`;
  return {
    __typename: "IssueComment",
    id: nodeId("IC", repository.id, comment.id),
    databaseId: comment.id,
    fullDatabaseId: String(comment.id),
    author: () => actorNode(graph, comment.author),
    authorAssociation: "MEMBER",
    body: comment.body,
    bodyText: comment.body,
    createdAt: comment.createdAt,
    publishedAt: comment.createdAt,
    updatedAt: comment.updatedAt,
    lastEditedAt: comment.updatedAt === comment.createdAt ? null : comment.updatedAt,
    isMinimized: false,
    url: `${webOf({ ...graph, repository })}/${subject}`,
    resourcePath: `/${repository.owner}/${repository.name}/${subject}`,
    repository: () => graph.repository(repository),
    pullRequest: () => pull && graph.pull(repository, pull),
    issue: () => issue && graph.issue(repository, issue),
  };
}

export function reviewNode(graph: Graph, repository: FakeRepository, review: FakeReview): Node {
  const subject = `pull/${review.number}#pullrequestreview-${review.id}`;
  const pull = rowNumbered(repository.pulls, review.number);
  const isSubmitted = review.state !== "PENDING";
  return {
    __typename: "PullRequestReview",
    id: nodeId("PRR", repository.id, review.id),
    databaseId: review.id,
    fullDatabaseId: String(review.id),
    author: () => actorNode(graph, review.author),
    authorAssociation: "MEMBER",
    authorCanPushToRepository: review.official,
    body: review.body,
    bodyText: review.body,
    state: reviewWord(review),
    commit: () => (review.commitId ? graph.commit(repository, review.commitId) : null),
    createdAt: review.submittedAt,
    submittedAt: isSubmitted ? review.submittedAt : null,
    publishedAt: isSubmitted ? review.submittedAt : null,
    updatedAt: review.updatedAt,
    lastEditedAt: null,
    isMinimized: false,
    url: `${webOf({ ...graph, repository })}/${subject}`,
    resourcePath: `/${repository.owner}/${repository.name}/${subject}`,
    repository: () => graph.repository(repository),
    pullRequest: () => pull && graph.pull(repository, pull),
  };
}
