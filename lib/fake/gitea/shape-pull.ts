import type { FakePullRequest } from "../store.ts";
import type { Place } from "./call.ts";
import { forkPointOf } from "./fork-point.ts";
import { momentOrNull } from "./moment.ts";
import { shapeSubject } from "./shape-issue.ts";
import { shapeRepository } from "./shape-repository.ts";
import { shapeUser } from "./shape-user.ts";
import { skinOf } from "./skin.ts";
import { reviewsOf } from "./subjects.ts";
import { tipOf } from "./tip-of.ts";

/** A pull request as lists show it; newer Gitea leaves its sizes to the single document. */
export function shapePull(place: Place, pull: FakePullRequest) {
  const { store, repository } = place;
  const skin = skinOf(store);
  // Not a slip: this API gives the page for people as the pull request's `url`.
  const html = `${store.rootUrl}/${repository.owner}/${repository.name}/pulls/${pull.number}`;
  return {
    id: pull.pullId,
    url: html,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    ...shapeSubject(place, pull),
    ...shapeReviewers(place, pull),
    review_comments: 0,
    draft: pull.draft,
    mergeable: pull.state === "open",
    merged: pull.mergedAt !== null,
    merged_at: momentOrNull(store, pull.mergedAt),
    merge_commit_sha: pull.mergeSha,
    merged_by: pull.mergedBy === null ? null : shapeUser(store, pull.mergedBy),
    allow_maintainer_edit: false,
    base: shapeBase(place, pull),
    head: shapeHead(place, pull),
    merge_base: forkPointOf(repository, pull),
    ...(skin.isForgejo(0) && { flow: 0 }),
    ...(!skin.isGitea(24) && shapeSizes(pull)),
  };
}

export function shapeSizes({ files }: FakePullRequest) {
  return {
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: files.length,
  };
}

function shapeReviewers({ store, repository }: Place, { number }: FakePullRequest) {
  const asked = reviewsOf(repository, number).filter(({ state }) => state === "REQUEST_REVIEW");
  const skin = skinOf(store);
  const hasTeams = skin.isGitea(23) || skin.isForgejo(0);
  return {
    requested_reviewers:
      asked.length > 0 ? asked.map(({ author }) => shapeUser(store, author)) : null,
    ...(hasTeams && { requested_reviewers_teams: null }),
  };
}

function shapeBase(place: Place, pull: FakePullRequest) {
  const { repository } = place;
  return {
    label: pull.baseRef,
    ref: pull.baseRef,
    // The branch's tip of today, not the commit the change was made on.
    sha: tipOf(repository, pull.baseRef)?.sha ?? "",
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
