import type { StatusRow } from "./post-statuses.ts";

// What the checks said where it was not success; all of it is made up, each beside what the tracking
// issue tells of its kind of trouble. None of them is about the job that holds its own fix.

export const coreJobsSince: Readonly<Record<string, string>> = {
  // The first pull request that adds a test to it.
  "ci / gates": "2026-06-12T03:35:42Z",
};

export const coreStatuses: readonly StatusRow[] = [
  // Green by an untrusted event, red by the trusted one, and merged: what #2589 repairs.
  { pull: 2361, on: "head", context: "ci / gate-check (pull_request_target)", said: ["success"] },
  { pull: 2361, on: "head", context: "ci / canvas (pull_request)", said: ["failure"] },
  // The mask is gone, and the build shows that it is broken.
  { pull: 2460, on: "head", context: "ci / canvas (pull_request)", said: ["failure"] },
  { pull: 2460, on: "merge", context: "ci / canvas (push)", said: ["failure"] },
  // Started again by hand.
  { pull: 2480, on: "head", context: "e2e-api / api (pull_request)", said: ["failure", "success"] },
  // Skipped and merged, a day before #2548.
  { pull: 2534, on: "head", context: "ci / workspace (pull_request)", said: ["skipped"] },
  { pull: 2608, on: "head", context: "ci / canvas (pull_request)", said: ["failure"] },
];

export const controlplaneJobsSince: Readonly<Record<string, string>> = {
  "ci / deploy-gate": "2026-06-12T03:10:47Z",
  // Before it there were four workflows in place of one.
  "deploy / gate": "2026-06-10T15:42:01Z",
  "deploy / roll": "2026-06-10T15:42:01Z",
};

export const controlplaneStatuses: readonly StatusRow[] = [
  // Merged while a required check had not reported, and while another one was red.
  { pull: 590, on: "head", context: "ci / portal (pull_request)", said: [] },
  { pull: 628, on: "head", context: "ci / python (pull_request)", said: ["failure"] },
  // Nobody waited for it.
  { pull: 642, on: "merge", context: "ci / portal (push)", said: ["pending"] },
  // An empty status token fails loudly since #737, and nothing is rolled out.
  { pull: 741, on: "merge", context: "deploy / gate (push)", said: ["failure"] },
  { pull: 741, on: "merge", context: "deploy / roll (push)", said: ["skipped"] },
];
