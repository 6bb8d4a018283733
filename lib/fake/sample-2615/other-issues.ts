import type { IssueRow } from "./build-repository.ts";

/** The issues of the three repositories that nobody audited. */
export const ciIssues: readonly IssueRow[] = [
  {
    number: 12,
    author: "fleet-engineer",
    title: "The runner image has no Python 3.13",
    body: "The memory package asks for it.",
    labels: [],
  },
  {
    number: 19,
    author: "kimi",
    title: "A cancelled job keeps its runner for an hour",
    body: "The runner waits for a container that is gone.",
    labels: ["bug"],
  },
];

export const appIssues: readonly IssueRow[] = [
  {
    number: 41,
    author: "minimax",
    title: "Messages are not marked as read",
    body: "The badge stays after the message was opened.",
    labels: ["bug"],
  },
  {
    number: 45,
    author: "minimax",
    title: "A tapped notification opens the wrong message",
    body: "It opens the newest one.",
    labels: ["bug"],
    closedAt: "2026-05-19T10:49:03Z",
  },
  {
    number: 50,
    author: "fleet-engineer",
    title: "No end-to-end test signs in",
    body: "The sign-in has unit checks only.",
    labels: [],
  },
];

export const landingpageIssues: readonly IssueRow[] = [
  {
    number: 6,
    author: "minimax",
    title: "The contact form sends twice on a double click",
    body: "Two mails arrive.",
    labels: ["bug"],
    closedAt: "2026-05-28T09:06:31Z",
  },
  {
    number: 9,
    author: "fleet-engineer",
    title: "The pricing page is wider than a phone",
    body: "The table does not wrap.",
    labels: ["bug"],
  },
];
