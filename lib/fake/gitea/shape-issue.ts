import type { FakeIssue, FakePullRequest } from "../store.ts";
import type { Place } from "./call.ts";
import { moment, momentOrNull } from "./moment.ts";
import { shapeLabel, shapeOrgLabel } from "./shape-label.ts";
import { shapeUser } from "./shape-user.ts";
import { skinOf } from "./skin.ts";
import { commentsOf } from "./subjects.ts";

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
      merged_at: momentOrNull(store, pull.mergedAt),
      draft: pull.draft,
      html_url: html,
    },
    repository: { id: repository.id, name, owner, full_name: `${owner}/${name}` },
    ...(skinOf(store).isGitea(25) && { time_estimate: 0 }),
  };
}

/** What the issue and the pull request document have in common. */
export function shapeSubject(place: Place, issue: FakeIssue) {
  const { store, repository } = place;
  return {
    number: issue.number,
    user: shapeUser(store, issue.author),
    title: issue.title,
    body: issue.body,
    labels: labelsOf(place, issue),
    milestone: null,
    assignee: null,
    assignees: null,
    state: issue.state,
    is_locked: false,
    comments: commentsOf(repository, issue.number).length,
    created_at: moment(store, issue.createdAt),
    updated_at: moment(store, issue.updatedAt),
    closed_at: momentOrNull(store, issue.closedAt),
    due_date: momentOrNull(store, issue.dueAt),
    pin_order: 0,
    ...(skinOf(store).isGitea(26) && { content_version: 0 }),
  };
}

function labelsOf(place: Place, issue: FakeIssue) {
  const { store, repository } = place;
  const org = repository.owner;
  const own = repository.labels.filter(({ name }) => issue.labels.includes(name));
  const lent = store.orgLabels?.get(org)?.filter(({ name }) => issue.labels.includes(name)) ?? [];
  return [
    ...own.map((label) => shapeLabel(place, label)),
    ...lent.map((label) => shapeOrgLabel({ store, org }, label)),
  ];
}
