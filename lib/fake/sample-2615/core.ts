import type { FakeRepository } from "../store.ts";
import { coreBaseFiles, coreNestedWorkflow } from "./base-files.ts";
import { buildRepository } from "./build-repository.ts";
import { coreFixesTested } from "./core-fixes-tested.ts";
import { coreFixesUntested } from "./core-fixes-untested.ts";
import { coreGates } from "./core-gates.ts";
import { coreComments, coreIssues } from "./core-issues.ts";
import { coreOthers } from "./core-others.ts";
import { coreWorkflows } from "./core-workflows.ts";
import { readPulls } from "./read-pulls.ts";
import { coreJobsSince, coreStatuses } from "./statuses.ts";
import { trackingComments, trackingIssue } from "./tracking-issue.ts";

const numbersGiven: readonly number[] = [
  2125, 2460, 2548, 2589, 2605, 2620, 2621, 2624, 2626, 2627, 2629, 2630, 2633,
];

/** molecule-core with the tracking issue, the one row of the sample that is not invented. */
export function core(): FakeRepository {
  const repository = buildRepository({
    id: 11,
    name: "molecule-core",
    description: "Workspace server, canvas and agent runtime",
    createdAt: "2026-04-13T06:30:00Z",
    numbered: [
      [2100, "2026-04-13T08:00:00Z"],
      [2614, "2026-06-11T23:50:00Z"],
      [2615, "2026-06-12T00:29:32Z"],
      [2640, "2026-06-12T10:00:00Z"],
    ],
    numbersGiven,
    pulls: [coreFixesTested, coreFixesUntested, coreOthers, coreGates].flatMap(readPulls),
    issues: coreIssues,
    comments: [...coreComments, ...trackingComments],
    pushes: [],
    files: { ...coreBaseFiles, ...coreNestedWorkflow },
    workflows: coreWorkflows,
    requiredContexts: [
      "ci / go (pull_request)",
      "ci / canvas (pull_request)",
      "ci / workspace (pull_request)",
      "ci / gates (pull_request)",
      "e2e-api / api (pull_request)",
      "e2e-chat / chat (pull_request)",
      "e2e-peer-visibility / peers (pull_request)",
    ],
    jobsSince: coreJobsSince,
    statuses: coreStatuses,
  });
  repository.issues.push(trackingIssue());
  return repository;
}
