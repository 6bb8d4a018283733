import type { Random } from "../random.ts";
import type { FakeJob, FakePullRequest, FakeRun, FakeStatus } from "../store.ts";
import { inOnePiece, momentOf } from "./moment.ts";
import { ciJobs } from "./workflows.ts";

/** What a job of `ci.yml` posts. */
export const contextOf = (job: string, event: string): string => `ci / ${job} (${event})`;

// The same few texts for a million statuses.
const CONTEXTS = new Map<string, string>(
  ciJobs.flatMap((job) =>
    ["pull_request", "push"].map((event) => [`${job} ${event}`, contextOf(job, event)] as const),
  ),
);

type Steps = FakeJob["steps"];
const PASSED: Steps = [
  { name: "Set up", conclusion: "success" },
  { name: "Run", conclusion: "success" },
];
const FAILED: Steps = [
  { name: "Set up", conclusion: "success" },
  { name: "Run", conclusion: "failure" },
];

/** The run of `ci.yml` on a head. Now and then one of its jobs fails. */
export function runOf(
  pull: FakePullRequest,
  { nth, at }: { nth: number; at: number },
  random: Random,
): FakeRun {
  const failing = random.chance(0.04) ? random.below(ciJobs.length) : -1;
  const jobs = ciJobs.map((name, index): FakeJob => {
    const conclusion = index === failing ? "failure" : "success";
    return {
      id: nth * ciJobs.length + index + 1,
      name,
      status: "completed",
      conclusion,
      startedAt: momentOf(at + 10),
      completedAt: momentOf(at + 70 + index),
      steps: conclusion === "failure" ? FAILED : PASSED,
    };
  });
  return {
    id: 5001 + nth,
    runNumber: nth + 1,
    workflow: "ci.yml",
    title: pull.title,
    event: "pull_request",
    headSha: pull.headSha,
    headBranch: pull.headRef,
    createdAt: pull.createdAt,
    updatedAt: momentOf(at + 70 + ciJobs.length),
    jobs,
  };
}

/** What the jobs of a run posted on its commit. */
export function statusesOf({ runNumber, event, jobs }: FakeRun): FakeStatus[] {
  return jobs.map(({ name, conclusion, completedAt }, index) => ({
    context: CONTEXTS.get(`${name} ${event}`) ?? contextOf(name, event),
    state: conclusion === "success" ? "success" : "failure",
    at: completedAt ?? "",
    description: conclusion === "success" ? "Successful in 1m" : "Failing after 1m",
    targetUrl: inOnePiece("/fleet/generated/actions/runs/", runNumber, "/jobs/", index),
    creator: null,
    workflow: "ci.yml",
  }));
}
