import type { FakeIssue, FakeLabel, FakePullRequest } from "../../store.ts";
import { nodeId } from "../node-id.ts";
import { rowsNumbered } from "../numbered-rows.ts";
import { apiOf, type Place, webOf } from "../site.ts";
import { shapeUser } from "./shape-user.ts";

/** An issue as the API shows it; a pull request is one too, with an `id` of the issues' sequence. */
export function shapeIssue(place: Place, issue: FakeIssue | FakePullRequest) {
  const url = `${apiOf(place)}/issues/${issue.number}`;
  const pull = "pullId" in issue ? issue : null;
  return {
    url,
    repository_url: apiOf(place),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: `${webOf(place)}/${pull ? "pull" : "issues"}/${issue.number}`,
    id: issue.id,
    node_id: nodeId(pull ? "PR" : "I", place.repository.id, issue.number),
    ...shapeSubject(place, issue),
    comments: rowsNumbered(place.repository.comments, issue.number).length,
    ...(pull && { draft: pull.draft, pull_request: shapeLinks(place, pull) }),
    closed_by: null,
    performed_via_github_app: null,
    timeline_url: `${url}/timeline`,
    state_reason: issue.state === "closed" && !pull ? "completed" : null,
  };
}

function shapeLinks(place: Place, { number, mergedAt }: FakePullRequest) {
  const html = `${webOf(place)}/pull/${number}`;
  return {
    url: `${apiOf(place)}/pulls/${number}`,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    merged_at: mergedAt,
  };
}

/** What the issue and the pull request document have in common. */
export function shapeSubject(place: Place, issue: FakeIssue) {
  const labels = place.repository.labels.filter(({ name }) => issue.labels.includes(name));
  return {
    number: issue.number,
    state: issue.state,
    locked: false,
    active_lock_reason: null,
    title: issue.title,
    user: shapeUser(place, issue.author),
    // Null where nothing was written, while the other API gives an empty text.
    body: issue.body || null,
    labels: labels.map((label) => shapeLabel(place, label)),
    milestone: null,
    assignee: null,
    assignees: [],
    author_association: "MEMBER",
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
  };
}

export function shapeLabel(place: Place, { id, name, color, description }: FakeLabel) {
  return {
    id,
    node_id: nodeId("LA", place.repository.id, id),
    url: `${apiOf(place)}/labels/${encodeURIComponent(name)}`,
    name,
    color,
    default: false,
    description: description || null,
  };
}
