import { remembered } from "../gitea/remember.ts";
import { sha1 } from "../sha1.ts";
import type {
  FakeConclusion,
  FakeJob,
  FakeProtection,
  FakeRepository,
  FakeRun,
  FakeRunStatus,
  FakeStatus,
} from "../store.ts";

/** What one job said of a commit; on this forge a job is no status. */
export type CheckRun = {
  id: number;
  name: string;
  status: FakeRunStatus;
  conclusion: FakeConclusion | null;
  startedAt: string | null;
  completedAt: string | null;
  /** When it was asked for, which is before it began. */
  createdAt: string;
};

const runsBySha = remembered(({ runs }) => Map.groupBy(runs, ({ headSha }) => headSha));

/** The check runs of a commit: the jobs of each workflow's last run, and jobs of which only a status was kept. */
export function checkRunsOf(repository: FakeRepository, sha: string): CheckRun[] {
  const last = new Map<string, FakeRun>();
  for (const run of runsBySha(repository).get(sha) ?? [])
    last.set(`${run.workflow}\0${run.event}`, run);
  const posted = (repository.statuses.get(sha) ?? []).filter(
    ({ workflow }) => workflow !== null && !isRunOf(last, workflow),
  );
  const kept = new Map(posted.map((status) => [`${status.context}\0${status.workflow}`, status]));
  const jobs = [...last.values()].flatMap((run) => run.jobs.map((job) => fromJob(job, run)));
  return [...jobs, ...Array.from(kept.values(), (status) => fromStatus(status, sha))];
}

const isRunOf = (last: ReadonlyMap<string, FakeRun>, workflow: string): boolean =>
  [...last.values()].some((run) => run.workflow === workflow);

function fromJob(job: FakeJob, { createdAt }: FakeRun): CheckRun {
  const { id, name, status, conclusion, startedAt, completedAt } = job;
  return { id, name, status, conclusion, startedAt, completedAt, createdAt };
}

/** Ids of this forge count through all commits, and the store keeps none for a status. */
const idOf = (sha: string, context: string, nth: number | string): number =>
  Number.parseInt(sha1(`${sha} ${context} ${nth}`).slice(0, 7), 16);

function fromStatus({ context, state, at, workflow }: FakeStatus, sha: string): CheckRun {
  const isOver = state !== "pending";
  const conclusion = state === "success" || state === "skipped" ? state : "failure";
  return {
    id: idOf(sha, context, workflow ?? ""),
    name: context,
    status: isOver ? "completed" : "in_progress",
    conclusion: isOver ? conclusion : null,
    startedAt: at,
    completedAt: isOver ? at : null,
    createdAt: at,
  };
}

type StatusState = "pending" | "success" | "error" | "failure";
export type PostedStatus = FakeStatus & { id: number };

/** Everything that was posted on a commit by others than jobs, oldest first. */
export function postedOn(repository: FakeRepository, sha: string): PostedStatus[] {
  const posted = repository.statuses.get(sha) ?? [];
  const rows = posted.map((row, nth) => ({ ...row, id: idOf(sha, row.context, nth) }));
  return rows.filter(({ workflow }) => workflow === null);
}

/** The last of those of each context. */
export function statusesOf(repository: FakeRepository, sha: string): PostedStatus[] {
  const posted = postedOn(repository, sha);
  return [...new Map(posted.map((status) => [status.context, status])).values()];
}

/** This forge has four words for the state of a status. */
export function statusState({ state }: FakeStatus): StatusState {
  if (state === "warning") return "failure";
  return state === "skipped" ? "success" : state;
}

/** What the statuses of a commit say together; none says `pending`. */
export function combinedState(statuses: readonly FakeStatus[]): Exclude<StatusState, "error"> {
  const states = statuses.map(statusState);
  if (states.some((state) => state === "failure" || state === "error")) return "failure";
  return states.length === 0 || states.includes("pending") ? "pending" : "success";
}

/** Whether a branch demands the check of that name, exactly: names are no patterns here. */
export function isRequired(protection: FakeProtection | null, name: string): boolean {
  return protection?.checksRequired === true && protection.contexts.includes(name);
}

/** How a run stands, which follows from its jobs. */
export function runState({ jobs }: FakeRun): {
  status: FakeRunStatus;
  conclusion: FakeConclusion | null;
} {
  if (jobs.some(({ status }) => status !== "completed")) {
    const isRunning = jobs.some(({ status }) => status !== "queued");
    return { status: isRunning ? "in_progress" : "queued", conclusion: null };
  }
  if (jobs.length === 0) return { status: "queued", conclusion: null };
  const has = (word: FakeConclusion) => jobs.some(({ conclusion }) => conclusion === word);
  const conclusion = (["failure", "cancelled", "success"] as const).find(has) ?? "skipped";
  return { status: "completed", conclusion };
}
