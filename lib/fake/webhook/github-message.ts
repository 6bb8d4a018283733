import { isPull } from "../change/place.ts";
import { shapeUser } from "../github/rest/shape-user.ts";
import type { FakeEvent, SubjectAction } from "./event.ts";
import { githubRunMessage } from "./github-run-message.ts";
import type { Ground } from "./ground.ts";
import { readGithub, rowOfGithubList, siteOf } from "./read-github.ts";

/** One telling of GitHub: the event's name and what it says. */
export type GithubMessage = { event: string; payload: object };

/** What GitHub tells of a change. Its rows are those of the REST API. */
export function githubMessage(ground: Ground, event: FakeEvent): GithubMessage | null {
  const message = messageOf(ground, event);
  if (!message) return null;
  const common = {
    repository: readGithub(ground, ""),
    sender: shapeUser(siteOf(ground), event.sender),
  };
  return { ...message, payload: { ...message.payload, ...common } };
}

type Of<Kind extends FakeEvent["kind"]> = Extract<FakeEvent, { kind: Kind }>;

function messageOf(ground: Ground, event: FakeEvent): GithubMessage | null {
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
    case "check":
      return githubRunMessage(ground, event);
    case "push":
      return {
        event: "push",
        payload: {
          ref: `refs/heads/${event.branch}`,
          before: event.before,
          after: event.after,
          created: /^0+$/.test(event.before),
          deleted: false,
          forced: false,
          commits: [{ id: event.after, message: event.title, modified: event.paths }],
        },
      };
    case "branch-created":
      return { event: "create", payload: { ref: event.branch, ref_type: "branch" } };
    case "label-renamed": {
      const label = ground.repository.labels.find(({ id }) => id === event.id);
      return {
        event: "label",
        payload: { action: "edited", label, changes: { name: { from: event.from } } },
      };
    }
    case "repository":
      return {
        event: "repository",
        payload: { action: "renamed", changes: { repository: { name: { from: event.from } } } },
      };
  }
}

const ACTIONS: Partial<Record<SubjectAction, string>> = { synchronized: "synchronize" };

function subjectMessage(ground: Ground, event: Of<"subject">): GithubMessage {
  const { row, action, labels, reviewer, was } = event;
  const name = isPull(row) ? "pull_request" : "issue";
  const payload = {
    action: labels
      ? labels.added.length > 0
        ? "labeled"
        : "unlabeled"
      : (ACTIONS[action] ?? action),
    ...(isPull(row) && { number: row.number }),
    [name]: readGithub(ground, `/${isPull(row) ? "pulls" : "issues"}/${row.number}`),
    ...(labels && { label: { name: [...labels.added, ...labels.removed][0] } }),
    ...(reviewer !== undefined && { requested_reviewer: shapeUser(siteOf(ground), reviewer) }),
    ...(was && {
      changes: Object.fromEntries(Object.entries(was).map(([field, from]) => [field, { from }])),
    }),
  };
  return { event: isPull(row) ? "pull_request" : "issues", payload };
}

function commentMessage(
  ground: Ground,
  { action, comment, row, was }: Of<"comment">,
): GithubMessage {
  const shaped = readGithub(ground, `/issues/comments/${comment.id}`);
  const issue = readGithub(ground, `/issues/${row.number}`);
  const changes = was && { changes: { body: { from: was.body } } };
  return { event: "issue_comment", payload: { action, issue, comment: shaped, ...changes } };
}

function reviewMessage(ground: Ground, { action, review, pull }: Of<"review">): GithubMessage {
  const shaped = rowOfGithubList(ground, `/pulls/${pull.number}/reviews`, review.id);
  const payload = {
    action,
    // Hooks write the state in small letters.
    review: { ...shaped, state: String(shaped?.state).toLowerCase() },
    pull_request: readGithub(ground, `/pulls/${pull.number}`),
  };
  return { event: "pull_request_review", payload };
}
