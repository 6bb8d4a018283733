import type { FakeRepository } from "../store.ts";
import { buildRepository, type IssueRow, type RepositoryRows } from "./build-repository.ts";
import { appIssues, ciIssues, landingpageIssues } from "./other-issues.ts";
import { appPulls, ciPulls, landingpagePulls } from "./other-repositories.ts";
import { readPulls } from "./read-pulls.ts";

type Rows = {
  id: number;
  name: string;
  description: string;
  issues: readonly IssueRow[];
  pulls: string;
  numbered: RepositoryRows["numbered"];
};

const ci: Rows = {
  id: 13,
  name: "molecule-ci",
  description: "Runner images and shared actions",
  issues: ciIssues,
  pulls: ciPulls,
  numbered: [
    [11, "2026-04-16T08:00:00Z"],
    [14, "2026-04-21T15:20:00Z"],
    [17, "2026-05-12T13:05:00Z"],
    [22, "2026-06-04T10:40:00Z"],
  ],
};

const app: Rows = {
  id: 14,
  name: "molecule-app",
  description: "The app for phones",
  issues: appIssues,
  pulls: appPulls,
  numbered: [
    [40, "2026-04-22T08:00:00Z"],
    [43, "2026-04-28T12:30:00Z"],
    [46, "2026-05-18T11:00:00Z"],
    [48, "2026-06-02T09:15:00Z"],
    [53, "2026-06-10T16:00:00Z"],
  ],
};

const landingpage: Rows = {
  id: 15,
  name: "landingpage",
  description: "The public site",
  issues: landingpageIssues,
  pulls: landingpagePulls,
  numbered: [
    [4, "2026-05-04T08:00:00Z"],
    [5, "2026-05-05T13:50:00Z"],
    [8, "2026-05-27T14:10:00Z"],
    [10, "2026-06-03T10:00:00Z"],
  ],
};

/** The three repositories that are in the program's scope and were not audited. */
export function unaudited(): FakeRepository[] {
  return [ci, app, landingpage].map(small);
}

function small(rows: Rows): FakeRepository {
  return buildRepository({
    ...rows,
    createdAt: "2026-04-13T06:00:00Z",
    numbersGiven: [],
    pulls: readPulls(rows.pulls),
    comments: [],
    pushes: [],
    files: { "README.md": `# ${rows.name}\n` },
    workflows: {},
    requiredContexts: [],
    jobsSince: {},
    statuses: [],
  });
}
