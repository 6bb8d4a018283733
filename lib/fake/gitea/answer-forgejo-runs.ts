import { type Answer, answerError, answerJson, answerNotFound } from "../answer.ts";
import type { FakeJob, FakeRun } from "../store.ts";
import { newestRuns, runById } from "./answer-runs.ts";
import type { RepositoryCall } from "./call.ts";
import { moment, NEVER_GO } from "./moment.ts";
import { pageOf } from "./page.ts";
import { rememberedLists } from "./remember.ts";
import { actorOfRun, refOfRun } from "./run-ref.ts";
import { stateOfJob, stateOfRun } from "./run-state.ts";
import { shapeRepository } from "./shape-repository.ts";
import { linksOf } from "./shape-run.ts";
import { shapeUser } from "./shape-user.ts";

const WORDS = "unknown waiting running success failure cancelled skipped blocked".split(" ");

const lists = rememberedLists<FakeRun>();

/** Forgejo's runs, newest first: other names than Gitea's, one word for how they stand, and their count in the body alone. */
export function answerForgejoRuns(call: RepositoryCall): Answer {
  const { repository, query, store } = call;
  const unknown = query.getAll("status").find((word) => !WORDS.includes(word));
  if (unknown !== undefined) {
    const message = `unknown status: ${unknown}`;
    return answerError({ status: 400, message, rootUrl: store.rootUrl });
  }
  const all = lists(repository, query, () => newestRuns(repository).filter(matcherOf(call)));
  const { rows, headers } = pageOf(call, { all, kind: "none" });
  const shaped = rows.map((run) => shapeForgejoRun(call, run));
  return answerJson({ total_count: all.length, workflow_runs: shaped }, headers);
}

export function answerForgejoRun(call: RepositoryCall): Answer {
  const run = runById(call.repository).get(Number(call.params.run_id));
  return run ? answerJson(shapeForgejoRun(call, run)) : answerNotFound(call.store);
}

/** The jobs of a run, all at once and without an envelope; they tell neither moments nor steps. */
export function answerForgejoJobs(call: RepositoryCall): Answer {
  const run = runById(call.repository).get(Number(call.params.run_id));
  if (!run) return answerNotFound(call.store);
  const { id: repositoryId } = call.repository;
  return answerJson(run.jobs.map((job) => shapeForgejoJob(job, { run, repositoryId })));
}

function matcherOf({ repository, query }: RepositoryCall): (run: FakeRun) => boolean {
  const [events, words] = [query.getAll("event"), query.getAll("status")];
  const number = Number(query.get("run_number")) || null;
  const [headSha, ref, workflow] = ["head_sha", "ref", "workflow_id"].map((name) =>
    query.get(name),
  );
  return (run) =>
    (events.length === 0 || events.includes(run.event)) &&
    (words.length === 0 || words.includes(stateOfRun(run).word)) &&
    (number === null || run.runNumber === number) &&
    (!headSha || run.headSha === headSha) &&
    (!ref || refOfRun(repository, run).full === ref) &&
    (!workflow || run.workflow === workflow);
}

function shapeForgejoRun(call: RepositoryCall, run: FakeRun) {
  const { store, repository } = call;
  const { word, startedAt, stoppedAt } = stateOfRun(run);
  const at = (text: string | null) => (text === null ? NEVER_GO : moment(store, text));
  const lasted = startedAt && stoppedAt ? Date.parse(stoppedAt) - Date.parse(startedAt) : 0;
  return {
    id: run.id,
    title: run.title,
    repository: shapeRepository(call),
    workflow_id: run.workflow,
    index_in_repo: run.runNumber,
    trigger_user: shapeUser(store, actorOfRun(call, run)),
    ScheduleID: 0,
    prettyref: refOfRun(repository, run).pretty,
    is_ref_deleted: false,
    commit_sha: run.headSha,
    is_fork_pull_request: false,
    need_approval: false,
    approved_by: 0,
    event: run.event,
    event_payload: "{}",
    trigger_event: run.event,
    status: word,
    started: at(startedAt),
    stopped: at(stoppedAt),
    created: at(run.createdAt),
    updated: at(run.updatedAt),
    // In nanoseconds.
    duration: lasted * 1_000_000,
    html_url: linksOf(call, run).html,
  };
}

function shapeForgejoJob(
  job: FakeJob,
  { run, repositoryId }: { run: FakeRun; repositoryId: number },
) {
  const isTaken = job.startedAt !== null;
  return {
    id: job.id,
    run_id: run.id,
    attempt: isTaken ? 1 : 0,
    handle: "",
    repo_id: repositoryId,
    owner_id: 0,
    name: job.name,
    needs: null,
    runs_on: ["docker"],
    task_id: isTaken ? job.id : 0,
    status: stateOfJob(job).word,
  };
}
