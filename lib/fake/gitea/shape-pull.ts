import type { FakePullRequest, FakeRepository } from "../store.ts";
import type { Place } from "./call.ts";
import { historyOf, tipOf } from "./history.ts";
import { shapeSubject } from "./shape-issue.ts";
import { shapeRepository } from "./shape-repository.ts";
import { shapeUser } from "./shape-user.ts";

/** A pull request as lists show it: without the sizes that only the single document has. */
export function shapePull(place: Place, pull: FakePullRequest) {
  const { store, repository } = place;
  // Not a slip: this API gives the page for people as the pull request's `url`.
  const html = `${store.rootUrl}/${repository.owner}/${repository.name}/pulls/${pull.number}`;
  return {
    id: pull.pullId,
    url: html,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    ...shapeSubject(place, pull),
    requested_reviewers: null,
    requested_reviewers_teams: null,
    review_comments: 0,
    draft: pull.draft,
    mergeable: pull.state === "open",
    merged: pull.mergedAt !== null,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeSha,
    merged_by: pull.mergedBy === null ? null : shapeUser(store, pull.mergedBy),
    allow_maintainer_edit: false,
    base: shapeBase(place, pull),
    head: shapeHead(place, pull),
    merge_base: mergeBaseOf(repository, pull),
  };
}

function shapeBase(place: Place, pull: FakePullRequest) {
  const { repository } = place;
  return {
    label: pull.baseRef,
    ref: pull.baseRef,
    // The branch's tip of today, not the commit the change was made on.
    sha: tipOf(repository, pull.baseRef).sha,
    repo_id: repository.id,
    repo: shapeRepository(place),
  };
}

function shapeHead(place: Place, pull: FakePullRequest) {
  const { repository } = place;
  if (pull.headForkDeleted) {
    const ref = `refs/pull/${pull.number}/head`;
    return { label: ref, ref, sha: pull.headSha, repo_id: -1, repo: null };
  }
  return {
    label: pull.headRef,
    ref: pull.headRef,
    sha: pull.headSha,
    repo_id: repository.id,
    repo: shapeRepository(place),
  };
}

function mergeBaseOf(repository: FakeRepository, pull: FakePullRequest): string {
  const history = historyOf(repository, pull.baseRef);
  const before = history.find((entry) => entry.at <= pull.createdAt && entry.pull !== pull);
  return (before ?? tipOf(repository, pull.baseRef)).sha;
}
