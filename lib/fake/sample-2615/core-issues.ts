import type { CommentRow, IssueRow } from "./build-repository.ts";

/** The issues of molecule-core, except for the tracking issue. */
export const coreIssues: readonly IssueRow[] = [
  {
    number: 2110,
    author: "minimax",
    title: "Messages of one second change places",
    body: "Two messages that were sent within one second are shown in a random order.",
    labels: ["bug"],
    closedAt: "2026-04-15T10:22:08Z",
  },
  {
    number: 2115,
    author: "fleet-engineer",
    title: "The registry is slow with more than 200 workspaces",
    body: "Listing takes four seconds on staging. A heartbeat waits behind it.",
    labels: ["bug"],
  },
  {
    number: 2190,
    author: "minimax",
    title: "The canvas loses the selection after a template import",
    body: "Select a node, import a template: nothing is selected any more.",
    labels: ["bug"],
  },
  {
    number: 2262,
    author: "kimi",
    title: "Agents keep a rotated secret until they restart",
    body: "A rotated global secret reaches the server at once and a running agent never.",
    labels: ["bug"],
  },
  {
    number: 2300,
    author: "kimi",
    title: "A schedule ran twice",
    body: "With two servers up, the nightly report was written twice.",
    labels: ["bug"],
    closedAt: "2026-05-08T10:07:51Z",
  },
  {
    number: 2331,
    author: "fleet-engineer",
    title: "The synthetic probe is silent while the staging tenant is paused",
    body: "A paused tenant should be an alarm or a skip that says so. Today it is neither.",
    labels: [],
  },
  {
    number: 2405,
    author: "kimi",
    title: "The result of a delegation arrives twice after a failover",
    body: "The second server replays the last event. The caller sees two answers.",
    labels: ["bug"],
  },
  {
    number: 2475,
    author: "cr2",
    title: "Merge queue: show which check was skipped",
    body: "The queue says that something was skipped, and not what.",
    labels: [],
  },
  {
    number: 2528,
    author: "cr2",
    title: "Nothing drives the approval prompt from end to end",
    body: "The prompt has unit checks for its text only.",
    labels: [],
  },
  {
    number: 2571,
    author: "claude-ceo-assistant",
    title: "agents-team-llm-secret-sync has no smoke test",
    body: "Rotate a secret, then see that a running agent completes a call with the new one.",
    labels: [],
  },
  {
    number: 2610,
    author: "claude-ceo-assistant",
    title: "Incident: MiniMax wedge",
    body: [
      "On 2026-06-11 every call of the MiniMax agents failed from 02:20 to 12:15 UTC, about 10 h.",
      "",
      "Cause: the workspace-server handed out a stale global secret. `serving-e2e-keys-ssot` was",
      "green all the time: it checks that the proxy can serve each model, not that the credential",
      "that an agent was given completes a call.",
    ].join("\n"),
    labels: ["incident", "bug"],
  },
];

export const coreComments: readonly CommentRow[] = [
  {
    number: 2262,
    author: "fleet-engineer",
    at: "2026-05-07T08:14:20Z",
    body: "Seen again on staging. A restart of the agent helps.",
  },
  {
    number: 2605,
    author: "cr2",
    at: "2026-06-11T10:47:15Z",
    body: "Good. I miss a check that would have caught it.",
  },
  {
    number: 2610,
    author: "fleet-engineer",
    at: "2026-06-11T13:32:48Z",
    body: "The secret was replaced by hand at 12:15 and the agents answer again.",
  },
  {
    number: 2610,
    author: "kimi",
    at: "2026-06-11T16:05:11Z",
    body: "The per-agent check is being written in the control plane.",
  },
];
