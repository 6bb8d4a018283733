import { type Answer, answerJson } from "../../answer.ts";
import type { FakeJob, FakeRun } from "../../store.ts";
import { runState } from "../checks.ts";
import { nodeId } from "../node-id.ts";
import { orderedRows } from "../ordered-rows.ts";
import { notFound } from "../reply.ts";
import { apiOf, webOf } from "../site.ts";
import { badRequest, type Call } from "./call.ts";
import { pageOf } from "./page.ts";
import { shapeUserOrNull } from "./shape-user.ts";

/** How far a search of runs can be read, however many it counts. */
const SEARCH_MAX = 1000;

/** The runs, newest first; whatever is filtered ends after a thousand of them without a word. */
export function answerRuns(call: Call): Answer {
  const { query, repository } = call;
  const created = query.get("created");
  const isCreated = created === null ? () => true : createdWithin(created);
  if (!isCreated) return badRequest(`The created filter ${created} cannot be read.`);
  const [sha, branch, event, status] = ["head_sha", "branch", "event", "status"].map((name) =>
    query.get(name),
  );
  const isSearch = [created, sha, branch, event, status].some(Boolean);
  const sorted = orderedRows(repository.runs, {
    by: "createdAt",
    keyOf: ({ createdAt }) => createdAt,
    descending: true,
  });
  const matching = sorted.filter(
    (run) =>
      isCreated(Date.parse(run.createdAt)) &&
      (!sha || run.headSha === sha) &&
      (!branch || run.headBranch === branch) &&
      (!event || run.event === event) &&
      (!status || Object.values(runState(run)).some((word) => word === status)),
  );
  const { rows, headers } = pageOf(call, isSearch ? matching.slice(0, SEARCH_MAX) : matching);
  const workflow_runs = rows.map((row) => shapeRun(call, row));
  return answerJson({ total_count: matching.length, workflow_runs }, headers);
}

type Within = (at: number) => boolean;

/** Reads `>=MOMENT`, `>`, `<=`, `<`, `A..B` with `*` for an open end, or one day; null where it is none of them. */
function createdWithin(text: string): Within | null {
  const [from, to] = text.split("..");
  if (to !== undefined) {
    const [low, high] = [momentOf(from ?? "", -Infinity), endOf(to)];
    return low === null || high === null ? null : (at) => at >= low && at <= high;
  }
  const sign = /^[<>]=?/.exec(text)?.[0] ?? "";
  const moment = momentOf(text.slice(sign.length), Number.NaN);
  if (moment === null) return null;
  if (sign === ">=") return (at) => at >= moment;
  if (sign === ">") return (at) => at > moment;
  if (sign === "<=") return (at) => at <= moment;
  if (sign === "<") return (at) => at < moment;
  const end = endOf(text);
  return end === null ? null : (at) => at >= moment && at <= end;
}

function momentOf(text: string, open: number): number | null {
  if (text === "*") return open;
  // An unescaped `+` of an offset arrives as a blank, and is no moment.
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? null : moment;
}

const DAY_MS = 86_400_000;

function endOf(text: string): number | null {
  const moment = momentOf(text, Infinity);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  return moment !== null && isDay ? moment + DAY_MS - 1 : moment;
}

export function answerRun(call: Call): Answer {
  const run = runOf(call);
  return run ? answerJson(shapeRun(call, run)) : notFound();
}

export function answerJobs(call: Call): Answer {
  const run = runOf(call);
  if (!run) return notFound();
  const { rows, headers } = pageOf(call, run.jobs);
  const jobs = rows.map((job) => shapeJob(call, run, job));
  return answerJson({ total_count: run.jobs.length, jobs }, headers);
}

const runOf = ({ repository, params }: Call): FakeRun | undefined =>
  repository.runs.find(({ id }) => id === Number(params.id));

function shapeRun(call: Call, run: FakeRun) {
  const url = `${apiOf(call)}/actions/runs/${run.id}`;
  const started = run.jobs.map(({ startedAt }) => startedAt).filter((at) => at !== null);
  return {
    id: run.id,
    name: run.workflow,
    node_id: nodeId("CR", call.repository.id, "run", run.id),
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: `.github/workflows/${run.workflow}`,
    display_title: run.title,
    run_number: run.runNumber,
    event: run.event,
    ...runState(run),
    workflow_id: 1,
    check_suite_id: run.id,
    url,
    html_url: `${webOf(call)}/actions/runs/${run.id}`,
    pull_requests: [],
    created_at: run.createdAt,
    updated_at: run.updatedAt,
    actor: shapeUserOrNull(call, call.store.viewer),
    run_attempt: 1,
    run_started_at: started.toSorted()[0] ?? run.createdAt,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    repository: { id: call.repository.id, name: call.repository.name },
  };
}

function shapeJob(call: Call, run: FakeRun, job: FakeJob) {
  return {
    id: job.id,
    run_id: run.id,
    run_url: `${apiOf(call)}/actions/runs/${run.id}`,
    run_attempt: 1,
    node_id: nodeId("CR", call.repository.id, run.headSha, job.id),
    head_sha: run.headSha,
    head_branch: run.headBranch,
    url: `${apiOf(call)}/actions/jobs/${job.id}`,
    html_url: `${webOf(call)}/actions/runs/${run.id}/job/${job.id}`,
    status: job.status,
    conclusion: job.conclusion,
    created_at: run.createdAt,
    // A job that waits has begun by this API's word.
    started_at: job.startedAt ?? run.createdAt,
    completed_at: job.completedAt,
    name: job.name,
    workflow_name: run.workflow,
    steps: job.steps.map(({ name, conclusion }, index) => ({
      name,
      status: "completed",
      conclusion,
      number: index + 1,
      started_at: job.startedAt,
      completed_at: job.completedAt,
    })),
    check_run_url: `${apiOf(call)}/check-runs/${job.id}`,
    labels: ["ubuntu-latest"],
    runner_id: null,
    runner_name: null,
  };
}
