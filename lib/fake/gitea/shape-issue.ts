import type { FakeIssue, FakePullRequest } from "../store.ts";
import type { Place } from "./call.ts";
import { shapeLabel } from "./shape-label.ts";
import { shapeUser } from "./shape-user.ts";

/** An issue as the API shows it; a pull request is one too, with an `id` of the issues' sequence. */
export function shapeIssue(place: Place, issue: FakeIssue | FakePullRequest) {
  const { store, repository } = place;
  const { owner, name } = repository;
  const pull = "pullId" in issue ? issue : null;
  const html = `${store.rootUrl}/${owner}/${name}/${pull ? "pulls" : "issues"}/${issue.number}`;
  return {
    id: issue.id,
    url: `${store.rootUrl}/api/v1/repos/${owner}/${name}/issues/${issue.number}`,
    html_url: html,
    ...shapeSubject(place, issue),
    original_author: "",
    original_author_id: 0,
    ref: "",
    assets: [],
    pull_request: pull && {
      merged: pull.mergedAt !== null,
      merged_at: pull.mergedAt,
      draft: pull.draft,
      html_url: html,
    },
    repository: { id: repository.id, name, owner, full_name: `${owner}/${name}` },
    time_estimate: 0,
  };
}

/** What the issue and the pull request document have in common. */
export function shapeSubject(place: Place, issue: FakeIssue) {
  const { store, repository } = place;
  const labels = repository.labels.filter((label) => issue.labels.includes(label.name));
  return {
    number: issue.number,
    user: shapeUser(store, issue.author),
    title: issue.title,
    body: issue.body,
    labels: labels.map((label) => shapeLabel(place, label)),
    milestone: null,
    assignee: null,
    assignees: null,
    state: issue.state,
    is_locked: false,
    comments: repository.comments.filter((comment) => comment.number === issue.number).length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    due_date: issue.dueAt,
    pin_order: 0,
    content_version: 0,
  };
}
