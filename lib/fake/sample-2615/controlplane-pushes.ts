import type { PushRow } from "./build-repository.ts";

/** What reached molecule-controlplane without a pull request; all of it is made up. */
export const controlplanePushes: readonly PushRow[] = [
  {
    at: "2026-04-28T13:05:51Z",
    author: "fleet-engineer",
    title: "chore(ci): give the runner ten more minutes",
    body: "",
    paths: [".gitea/workflows/ci.yml"],
  },
  {
    at: "2026-05-22T10:44:07Z",
    author: "kimi",
    title: "fix(ci): the required-checks job had no checkout",
    body: "Pushed past the queue, since every pull request waits for this job.",
    paths: [".gitea/workflows/required-checks.yml"],
  },
  {
    at: "2026-06-05T12:26:33Z",
    author: "minimax",
    title: "docs(runbook): whom to call when the queue stands still",
    body: "",
    paths: ["docs/runbooks/provisioning-log.md"],
  },
];
