import { isPull } from "../change/place.ts";
import { shapeIssue } from "../gitea/shape-issue.ts";
import { shapePull } from "../gitea/shape-pull.ts";
import { shapeRepository } from "../gitea/shape-repository.ts";
import { shapeUser } from "../gitea/shape-user.ts";
import type { FakeIssue, FakePullRequest } from "../store.ts";
import type { FakeEvent } from "./event.ts";
import { giteaCiMessage } from "./gitea-ci-message.ts";
import { giteaPushMessage } from "./gitea-push-message.ts";
import type { Ground } from "./ground.ts";
import { readGitea } from "./read-gitea.ts";

/** One telling of Gitea: its exact kind, the coarse one, and what it says. */
export type GiteaMessage = { type: string; event: string; payload: object };

/** What Gitea tells of a change; null where it tells nothing of it. */
export function giteaMessage(ground: Ground, event: FakeEvent): GiteaMessage | null {
  const message = messageOf(ground, event);
  if (!message) return null;
  const { store } = ground;
  const common = { repository: shapeRepository(ground), sender: shapeUser(store, event.sender) };
  return { ...message, payload: { ...message.payload, ...common } };
}

function messageOf(ground: Ground, event: FakeEvent): GiteaMessage | null {
  switch (event.kind) {
    case "subject":
      return subjectMessage(ground, event);
    case "comment":
      return commentMessage(ground, event);
    case "review":
      return reviewMessage(ground, event);
    case "status":
    case "run":
    case "job":
      return giteaCiMessage(ground, event);
    case "push":
    case "branch-created":
      return giteaPushMessage(ground, event);
    case "check":
    case "label-renamed":
    case "repository":
      return null;
  }
}

type Of<Kind extends FakeEvent["kind"]> = Extract<FakeEvent, { kind: Kind }>;

const SUBJECT_TYPES = {
  labels: "label",
  synchronized: "sync",
  review_requested: "review_request",
} as const;

function subjectMessage(ground: Ground, event: Of<"subject">): GiteaMessage | null {
  const { row, action, reviewer } = event;
  if (action === "transferred") return null;
  const kind = isPull(row) ? "pull_request" : "issues";
  const suffix = action in SUBJECT_TYPES ? SUBJECT_TYPES[action as keyof typeof SUBJECT_TYPES] : "";
  const type = suffix ? `${isPull(row) ? kind : "issue"}_${suffix}` : kind;
  const changes = changesOf(ground, event);
  const requested = reviewer === undefined ? null : shapeUser(ground.store, reviewer);
  const payload = {
    action: giteaAction(event),
    number: row.number,
    ...(changes && { changes }),
    ...shapeRow(ground, row),
    ...(isPull(row) && { requested_reviewer: requested, review: null }),
    commit_id: action === "synchronized" && isPull(row) ? row.headSha : "",
  };
  return { type, event: kind, payload };
}

function giteaAction({ action, row }: Of<"subject">): string {
  if (action !== "labels") return action;
  return row.labels.length === 0 ? "label_cleared" : "label_updated";
}

function changesOf({ repository }: Ground, { was, labels }: Of<"subject">): object | null {
  if (was) {
    return Object.fromEntries(Object.entries(was).map(([name, from]) => [name, { from }]));
  }
  if (!labels) return null;
  const shaped = (names: readonly string[]) =>
    repository.labels
      .filter(({ name }) => names.includes(name))
      .map(({ id, name }) => ({ id, name }));
  return { added_labels: shaped(labels.added), removed_labels: shaped(labels.removed) };
}

function shapeRow(ground: Ground, row: FakeIssue | FakePullRequest): object {
  return isPull(row)
    ? { pull_request: shapePull(ground, row) }
    : { issue: shapeIssue(ground, row) };
}

function commentMessage(ground: Ground, event: Of<"comment">): GiteaMessage {
  const { row, comment, action, was } = event;
  const isOfPull = isPull(row);
  return {
    type: isOfPull ? "pull_request_comment" : "issue_comment",
    event: "issue_comment",
    payload: {
      action,
      issue: shapeIssue(ground, row),
      ...(isOfPull && { pull_request: shapePull(ground, row) }),
      comment: readGitea(ground, `/issues/comments/${comment.id}`),
      ...(was && { changes: { body: { from: was.body } } }),
      is_pull: isOfPull,
    },
  };
}

const VERDICTS = {
  APPROVED: ["approved", "approved"],
  REQUEST_CHANGES: ["rejected", "rejected"],
  COMMENT: ["comment", "comment"],
} as const;

function reviewMessage(
  ground: Ground,
  { pull, review, action }: Of<"review">,
): GiteaMessage | null {
  if (action === "dismissed" || !(review.state in VERDICTS)) return null;
  const [exact, coarse] = VERDICTS[review.state as keyof typeof VERDICTS];
  const type = `pull_request_review_${exact}`;
  const payload = {
    action: "reviewed",
    number: pull.number,
    pull_request: shapePull(ground, pull),
    requested_reviewer: null,
    commit_id: review.commitId,
    review: { type, content: review.body },
  };
  return { type, event: `pull_request_${coarse}`, payload };
}
