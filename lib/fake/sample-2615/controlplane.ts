import type { FakeRepository } from "../store.ts";
import { controlplaneBaseFiles } from "./base-files.ts";
import { buildRepository } from "./build-repository.ts";
import { controlplaneFixesDeploy } from "./controlplane-fixes-deploy.ts";
import { controlplaneFixesTestedSpring } from "./controlplane-fixes-tested-spring.ts";
import { controlplaneFixesTestedSummer } from "./controlplane-fixes-tested-summer.ts";
import { controlplaneFixesUntested } from "./controlplane-fixes-untested.ts";
import { controlplaneComments, controlplaneIssues } from "./controlplane-issues.ts";
import { controlplaneOthers } from "./controlplane-others.ts";
import { controlplanePushes } from "./controlplane-pushes.ts";
import { controlplaneWorkflows } from "./controlplane-workflows.ts";
import { readPulls } from "./read-pulls.ts";
import { controlplaneJobsSince, controlplaneStatuses } from "./statuses.ts";

const numbersGiven: readonly number[] = [
  2, 105, 226, 240, 533, 538, 539, 546, 556, 559, 560, 564, 584, 595, 605, 620, 621, 724, 727, 728,
  736, 737, 741, 742, 765,
];

export function controlplane(): FakeRepository {
  const tables = [
    controlplaneFixesTestedSpring,
    controlplaneFixesTestedSummer,
    controlplaneFixesUntested,
    controlplaneFixesDeploy,
    controlplaneOthers,
  ];
  return buildRepository({
    id: 12,
    name: "molecule-controlplane",
    description: "Tenants, provisioning, serving and deployment",
    createdAt: "2026-04-13T06:00:00Z",
    numbered: [
      [1, "2026-04-13T07:00:00Z"],
      [770, "2026-06-11T22:00:00Z"],
    ],
    numbersGiven,
    pulls: tables.flatMap(readPulls),
    issues: controlplaneIssues,
    comments: controlplaneComments,
    pushes: controlplanePushes,
    files: controlplaneBaseFiles,
    workflows: controlplaneWorkflows,
    requiredContexts: [
      "ci / go (pull_request)",
      "ci / portal (pull_request)",
      "ci / python (pull_request)",
      "ci / deploy-gate (pull_request)",
      "serving-e2e-keys-ssot / keys (pull_request)",
      "provider-pr-smoke / smoke (pull_request)",
      "stage-c-workspace-backup-smoke / backup (pull_request)",
    ],
    jobsSince: controlplaneJobsSince,
    statuses: controlplaneStatuses,
  });
}
