import { sha1 } from "../../sha1.ts";
import type { FakePullRequest } from "../../store.ts";
import { baseShaOf } from "../lines.ts";
import { nodeId } from "../node-id.ts";
import { rowsNumbered } from "../numbered-rows.ts";
import { ownShasOf } from "../own-commits.ts";
import { requestedOf } from "../reviews.ts";
import { apiOf, type Place, webOf } from "../site.ts";
import { shapeSubject } from "./shape-issue.ts";
import { shapeRepository } from "./shape-repository.ts";
import { shapeUser } from "./shape-user.ts";

/** A pull request as lists show it: whether it was merged follows from `merged_at` alone. */
export function shapePull(place: Place, pull: FakePullRequest) {
  const url = `${apiOf(place)}/pulls/${pull.number}`;
  const html = `${webOf(place)}/pull/${pull.number}`;
  return {
    url,
    id: pull.pullId,
    node_id: nodeId("PR", place.repository.id, pull.number),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: `${apiOf(place)}/issues/${pull.number}`,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    comments_url: `${apiOf(place)}/issues/${pull.number}/comments`,
    statuses_url: `${apiOf(place)}/statuses/${pull.headSha}`,
    ...shapeSubject(place, pull),
    merged_at: pull.mergedAt,
    merge_commit_sha: mergeShaOf(place, pull),
    requested_reviewers: requestedOf(place, pull).map(({ author }) => shapeUser(place, author)),
    requested_teams: [],
    head: shapeHead(place, pull),
    base: shapeBase(place, pull),
    auto_merge: null,
    draft: pull.draft,
  };
}

/** A pull request by itself, which alone has its sizes. */
export function shapeWholePull(place: Place, pull: FakePullRequest) {
  const sum = (of: "additions" | "deletions") =>
    pull.files.reduce((total, file) => total + file[of], 0);
  const isOpen = pull.state === "open";
  return {
    ...shapePull(place, pull),
    merged: pull.mergedAt !== null,
    mergeable: isOpen ? true : null,
    rebaseable: isOpen ? true : null,
    mergeable_state: isOpen ? "clean" : "unknown",
    merged_by: pull.mergedBy === null ? null : shapeUser(place, pull.mergedBy),
    comments: rowsNumbered(place.repository.comments, pull.number).length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: ownShasOf(place.repository, pull).length,
    additions: sum("additions"),
    deletions: sum("deletions"),
    changed_files: pull.files.length,
  };
}

// While it is open this is a merge that the forge tries by itself, and that is on no branch.
function mergeShaOf({ repository }: Place, pull: FakePullRequest): string | null {
  if (pull.mergedAt !== null) return pull.mergeSha;
  return pull.state === "open" ? sha1(`${repository.id} tried ${pull.headSha}`) : null;
}

function shapeBase(place: Place, pull: FakePullRequest) {
  const { repository } = place;
  return {
    label: `${repository.owner}:${pull.baseRef}`,
    ref: pull.baseRef,
    sha: baseShaOf(repository, pull),
    user: shapeUser(place, repository.owner),
    repo: shapeRepository(place),
  };
}

function shapeHead(place: Place, pull: FakePullRequest) {
  const { owner } = place.repository;
  const isGone = pull.headForkDeleted;
  return {
    label: `${isGone ? "unknown" : owner}:${pull.headRef}`,
    ref: pull.headRef,
    sha: pull.headSha,
    user: isGone ? null : shapeUser(place, owner),
    repo: isGone ? null : shapeRepository(place),
  };
}
