import type { CheckState } from "#/lib/facts/check.ts";
import type { WorkflowJobFact, WorkflowRunFact } from "#/lib/facts/workflow-run.ts";
import type { ForgejoJob, ForgejoRun, Job, Run, Task } from "./schema-runs.ts";
import { toAddress } from "./to-address.ts";

/** A run as it is listed: Gitea tells when it started, and not when it was made. */
export type ListedRun = Omit<WorkflowRunFact, "createdAt"> & { readonly createdAt: Date | null };

const OVER: Readonly<Record<string, CheckState>> = {
  success: "success",
  failure: "failure",
  cancelled: "cancelled",
  skipped: "skipped",
  neutral: "neutral",
};
const WAITS = new Set(["unknown", "waiting", "running", "blocked"]);

/** How a run ended, by the two words that Gitea says; a word that we do not know for an end is an error, which counts for no pass. */
const stateOf = (status: string, conclusion: string | null | undefined): CheckState =>
  status === "completed" ? (OVER[conclusion ?? ""] ?? "error") : "pending";

/** How a run or a job ended, by Forgejo's one word, which the tasks of both have. */
const stateOfWord = (status: string): CheckState =>
  WAITS.has(status) ? "pending" : (OVER[status] ?? "error");

/** A run of Gitea in our words. */
export const toRun = (row: Run, forge: string): ListedRun => ({
  externalId: String(row.id),
  runNumber: row.run_number,
  attempt: row.run_attempt || null,
  workflow: fileOf(row.path),
  title: row.display_title ?? "",
  event: row.event,
  headSha: row.head_sha,
  headBranch: row.head_branch || null,
  state: stateOf(row.status, row.conclusion),
  createdAt: row.started_at ?? row.completed_at,
  startedAt: row.started_at,
  endedAt: row.completed_at,
  url: toAddress(row.html_url, forge),
});

/** A run of Forgejo in our words. */
export const toForgejoRun = (row: ForgejoRun, forge: string): ListedRun => ({
  externalId: String(row.id),
  runNumber: row.index_in_repo,
  attempt: null,
  workflow: fileOf(row.workflow_id),
  title: row.title ?? "",
  event: row.trigger_event || row.event || "",
  headSha: row.commit_sha,
  headBranch: branchOf(row.prettyref),
  state: stateOfWord(row.status),
  createdAt: row.created,
  startedAt: row.started,
  endedAt: row.stopped,
  url: toAddress(row.html_url, forge),
});

/** A job that a runner took, for want of its run; it is over when it was changed last. */
export function toTaskRun(row: Task, forge: string): ListedRun {
  const state = stateOfWord(row.status);
  return {
    externalId: String(row.id),
    runNumber: row.run_number,
    attempt: null,
    workflow: fileOf(row.workflow_id),
    title: [row.display_title, row.name].filter(Boolean).join(" / "),
    event: row.event ?? "",
    headSha: row.head_sha,
    headBranch: branchOf(row.head_branch),
    state,
    createdAt: row.created_at,
    startedAt: row.run_started_at,
    endedAt: state === "pending" ? null : row.updated_at,
    url: toAddress(row.url, forge),
  };
}

/** A job of Gitea in our words; its steps only where each is told by itself. */
export const toJob = (row: Job, run: string, tellsSteps: boolean): WorkflowJobFact => ({
  externalId: String(row.id),
  runExternalId: run,
  name: row.name,
  state: stateOf(row.status, row.conclusion),
  startedAt: row.started_at,
  endedAt: row.completed_at,
  steps: (tellsSteps ? (row.steps ?? []) : []).map(({ name, status, conclusion }) => ({
    name,
    state: stateOf(status ?? "", conclusion),
  })),
});

/** A job of Forgejo in our words; it tells no times and no steps. */
export const toForgejoJob = (row: ForgejoJob, run: string): WorkflowJobFact => ({
  externalId: String(row.id),
  runExternalId: run,
  name: row.name,
  state: stateOfWord(row.status),
  startedAt: null,
  endedAt: null,
  steps: [],
});

// Of a pull request it is the number, written with a sign before it.
const branchOf = (ref: string | null | undefined): string | null =>
  ref && !ref.startsWith("#") ? ref : null;

/** The file's name, of a path that may carry its folder and, behind an `@`, its commit or branch. */
function fileOf(path: string | null | undefined): string | null {
  const file = (path ?? "").split("@")[0] ?? "";
  return file.slice(file.lastIndexOf("/") + 1) || null;
}
