import type { CommentRow, IssueRow } from "./build-repository.ts";

/** The issues of molecule-controlplane. */
export const controlplaneIssues: readonly IssueRow[] = [
  {
    number: 30,
    author: "fleet-engineer",
    title: "Nothing checks AWS provisioning before a merge",
    body: "A change to the boot path is first tried on a real account after it was merged.",
    labels: [],
  },
  {
    number: 127,
    author: "cr2",
    title: "The audit log does not say which agent called",
    body: "Calls of agents are logged under the name of their tenant.",
    labels: ["bug"],
    closedAt: "2026-04-24T09:02:47Z",
  },
  {
    number: 150,
    author: "fleet-engineer",
    title: "A tunnel host does not come back after a kernel update",
    body: "The tunnel is dialled once at boot, before the network is up.",
    labels: ["bug"],
  },
  {
    number: 308,
    author: "cr2",
    title: "The deploy gate goes on with an empty status token",
    body: "Without the token no status can be read, and the gate takes that for green.",
    labels: ["bug"],
  },
  {
    number: 455,
    author: "kimi",
    title: "The cross-cloud run takes longer than its hour",
    body: "The second cloud needs forty minutes to start a host.",
    labels: [],
  },
  {
    number: 600,
    author: "minimax",
    title: "Backups of paused workspaces are never verified",
    body: "The restore check skips a workspace that is paused.",
    labels: ["bug"],
  },
  {
    number: 748,
    author: "fleet-engineer",
    title: "The first boot in a new region takes a quarter of an hour",
    body: "The image is pulled across the ocean once for each host.",
    labels: [],
  },
];

export const controlplaneComments: readonly CommentRow[] = [
  {
    number: 308,
    author: "kimi",
    at: "2026-05-25T16:10:34Z",
    body: "The token is read now. An empty one should still fail the run.",
  },
  {
    number: 308,
    author: "cr2",
    at: "2026-06-09T12:02:09Z",
    body: "Happened again after the last change of the workflow.",
  },
  {
    number: 765,
    author: "cr2",
    at: "2026-06-11T17:28:44Z",
    body: "Fine with me.",
  },
];
