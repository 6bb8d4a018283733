import type { FakePullRequest, FakeRepository } from "../../store.ts";
import { baseShaOf } from "../lines.ts";
import { nodeId } from "../node-id.ts";
import { rowsNumbered } from "../numbered-rows.ts";
import { latestReviewsOf, requestedOf, reviewsOf, reviewWord } from "../reviews.ts";
import { webOf } from "../site.ts";
import { actorNode, ownerNode } from "./actor.ts";
import type { Paging } from "./connection.ts";
import type { Graph, Node } from "./graph.ts";
import { closingOf, commitsOf, filesOf, requestsOf, reviewsPage } from "./pull-lists.ts";
import { subjectFields } from "./subject.ts";

type ReviewArgs = Paging & { states?: string[] | null; author?: string | null };

export function pullNode(graph: Graph, repository: FakeRepository, pull: FakePullRequest): Node {
  const place = { ...graph, repository };
  const url = `${webOf(place)}/pull/${pull.number}`;
  return {
    __typename: "PullRequest",
    id: nodeId("PR", repository.id, pull.number),
    databaseId: pull.pullId,
    fullDatabaseId: String(pull.pullId),
    ...subjectFields(graph, repository, { row: pull, path: "pull" }),
    permalink: url,
    ...stateFields(graph, repository, pull),
    ...endFields(graph, repository, pull),
    ...sizeFields(pull),
    totalCommentsCount: () => rowsNumbered(repository.comments, pull.number).length,
    files: (args: Paging) => filesOf(pull, args),
    commits: (args: Paging) => commitsOf(graph, repository, { pull, args }),
    reviews: (args: ReviewArgs) => {
      const rows = reviewsOf(place, pull).filter(
        (row) =>
          (args.states?.includes(reviewWord(row) ?? "") ?? true) &&
          (!args.author || row.author === args.author),
      );
      return reviewsPage(graph, repository, { rows, args });
    },
    latestReviews: (args: Paging) =>
      reviewsPage(graph, repository, { rows: latestReviewsOf(place, pull), args }),
    latestOpinionatedReviews: (args: Paging) => {
      const rows = reviewsOf(place, pull).filter((row) =>
        /^(APP|CHA|DIS)/.test(reviewWord(row) ?? ""),
      );
      const latest = [...new Map(rows.map((row) => [row.author, row])).values()];
      return reviewsPage(graph, repository, { rows: latest, args });
    },
    reviewRequests: (args: Paging) =>
      requestsOf(graph, repository, { rows: requestedOf(place, pull), pull, args }),
    closingIssuesReferences: (args: Paging) => closingOf(graph, repository, { pull, args }),
    statusCheckRollup: () => graph.rollup(repository, pull.headSha),
  };
}

function stateFields(graph: Graph, repository: FakeRepository, pull: FakePullRequest) {
  const isMerged = pull.mergedAt !== null;
  return {
    state: isMerged ? "MERGED" : pull.state.toUpperCase(),
    isDraft: pull.draft,
    merged: isMerged,
    mergedAt: pull.mergedAt,
    mergedBy: () => (pull.mergedBy === null ? null : actorNode(graph, pull.mergedBy)),
    mergeable: isMerged || pull.state === "closed" ? "UNKNOWN" : "MERGEABLE",
    autoMergeRequest: null,
    isInMergeQueue: false,
    mergeCommit: () => {
      const sha = isMerged ? pull.mergeSha : null;
      return sha === null ? null : graph.commit(repository, sha);
    },
    reviewDecision: () => decide(graph, repository, pull),
  };
}

function endFields(graph: Graph, repository: FakeRepository, pull: FakePullRequest) {
  const headIsHere = !pull.headForkDeleted;
  return {
    baseRefName: pull.baseRef,
    baseRefOid: () => baseShaOf(repository, pull),
    baseRef: () => graph.ref(repository, pull.baseRef),
    baseRepository: () => graph.repository(repository),
    // A deleted fork takes its repository along and leaves the branch's name.
    headRefName: pull.headRef,
    headRefOid: pull.headSha,
    headRef: () => (headIsHere ? graph.ref(repository, pull.headRef) : null),
    headRepository: () => (headIsHere ? graph.repository(repository) : null),
    headRepositoryOwner: () => (headIsHere ? ownerNode(graph, repository.owner) : null),
    isCrossRepository: pull.headForkDeleted,
  };
}

function sizeFields({ files }: FakePullRequest) {
  return {
    changedFiles: files.length,
    additions: () => files.reduce((sum, { additions }) => sum + additions, 0),
    deletions: () => files.reduce((sum, { deletions }) => sum + deletions, 0),
  };
}

function decide(graph: Graph, repository: FakeRepository, pull: FakePullRequest): string | null {
  const branch = repository.branches.find(({ name }) => name === pull.baseRef);
  const wanted = branch?.protection?.approvals ?? 0;
  if (wanted === 0) return null;
  const latest = latestReviewsOf({ ...graph, repository }, pull).filter(({ official }) => official);
  const words = latest.map(reviewWord);
  if (words.includes("CHANGES_REQUESTED")) return "CHANGES_REQUESTED";
  return words.filter((word) => word === "APPROVED").length >= wanted
    ? "APPROVED"
    : "REVIEW_REQUIRED";
}
