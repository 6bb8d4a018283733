import { skinOf } from "../gitea/skin.ts";
import { setStatus } from "../protect.ts";
import type { FakeConclusion, FakeJob, FakeRun } from "../store.ts";
import { nextId } from "./next-id.ts";
import type { Ground } from "./place.ts";
import { raise } from "./raise.ts";

type NewRun = {
  /** The file's name, without its folder. */
  workflow: string;
  headSha: string;
  headBranch: string;
  jobs: string[];
  event?: string;
  title?: string;
  /** Whether each job also says on the commit how it stands, as Gitea's do; absent is not. */
  statuses?: boolean;
};

/** Queues a run of a workflow with its jobs. Nothing else moves for it. */
export function startRun(ground: Ground, input: NewRun): FakeRun {
  const { store, repository } = ground;
  const now = store.clock.now();
  let runNumber = 1;
  for (const row of repository.runs) runNumber = Math.max(runNumber, row.runNumber + 1);
  const run: FakeRun = {
    id: nextId(store, "run"),
    runNumber,
    workflow: input.workflow,
    title: input.title ?? input.workflow,
    event: input.event ?? "pull_request",
    headSha: input.headSha,
    headBranch: input.headBranch,
    createdAt: now,
    updatedAt: now,
    jobs: [],
  };
  for (const name of input.jobs) run.jobs.push(newJob(nextId(store, "job"), name));
  repository.runs.push(run);
  tell(ground, run, "queued");
  if (input.statuses) postStatuses(ground, run);
  return run;
}

/** Starts the jobs of a run that are still queued. */
export function beginRun(ground: Ground, id: number): void {
  const run = runOrThrow(ground, id);
  const startedAt = ground.store.clock.now();
  run.jobs = run.jobs.map((job) =>
    job.status === "queued" ? { ...job, status: "in_progress", startedAt } : job,
  );
  run.updatedAt = startedAt;
  tell(ground, run, "in_progress");
  if (hasStatuses(ground, run)) postStatuses(ground, run);
}

/** Ends every job of a run, each with `conclusion` unless one is given for its name. */
export function completeRun(
  ground: Ground,
  {
    id,
    conclusion,
    jobs = {},
  }: { id: number; conclusion: FakeConclusion; jobs?: Record<string, FakeConclusion> },
): void {
  const run = runOrThrow(ground, id);
  const now = ground.store.clock.now();
  run.jobs = run.jobs.map((job) => {
    const ended = jobs[job.name] ?? conclusion;
    return {
      ...job,
      status: "completed",
      conclusion: ended,
      startedAt: job.startedAt ?? now,
      completedAt: now,
      steps: [{ name: "Run", conclusion: ended }],
    };
  });
  run.updatedAt = now;
  tell(ground, run, "completed");
  if (hasStatuses(ground, run)) postStatuses(ground, run);
}

function newJob(id: number, name: string): FakeJob {
  const nothing = { conclusion: null, startedAt: null, completedAt: null, steps: [] };
  return { id, name, status: "queued", ...nothing };
}

function runOrThrow({ repository }: Ground, id: number): FakeRun {
  const found = repository.runs.find((row) => row.id === id);
  if (!found) throw new Error(`${repository.name} has no run ${id}.`);
  return found;
}

function tell(ground: Ground, run: FakeRun, action: "queued" | "in_progress" | "completed"): void {
  const sender = ground.store.viewer;
  const jobs = run.jobs.flatMap((job) => {
    const told = { action, run, job, sender };
    const isTold = action !== "in_progress";
    return [
      { kind: "job", ...told } as const,
      ...(isTold ? [{ kind: "check", ...told } as const] : []),
    ];
  });
  raise(ground, { kind: "run", action, run, sender }, ...jobs);
}

function hasStatuses({ repository }: Ground, { headSha, workflow }: FakeRun): boolean {
  return (repository.statuses.get(headSha) ?? []).some((status) => status.workflow === workflow);
}

/** Every posting is a row of its own, and no account stands behind it. */
function postStatuses(ground: Ground, run: FakeRun): void {
  const skin = ground.store.github ? null : skinOf(ground.store);
  for (const { name, conclusion, status } of run.jobs) {
    // Before there was a word for it, a job that was skipped had passed.
    const isPass = conclusion === "skipped" && !skin?.isGitea(25);
    const state = conclusion === "cancelled" ? "failure" : isPass ? "success" : conclusion;
    setStatus(ground, {
      sha: run.headSha,
      context: `${run.workflow} / ${name} (${run.event})`,
      state: state ?? "pending",
      description: DESCRIPTIONS[conclusion ?? status] ?? "",
      workflow: run.workflow,
    });
  }
}

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  queued: "Waiting to run",
  in_progress: "Has started running",
  success: "Successful",
  failure: "Failing",
  cancelled: "Has been cancelled",
  skipped: "Has been skipped",
};
