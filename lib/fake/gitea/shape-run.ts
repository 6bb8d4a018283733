import type { FakeJob, FakeRun } from "../store.ts";
import type { Place, RepositoryCall } from "./call.ts";
import { moment, NEVER_UNIX } from "./moment.ts";
import { actorOfRun, pullOfRun, refOfRun } from "./run-ref.ts";
import { pairOf, stateOfJob, stateOfRun } from "./run-state.ts";
import { shapeRepository } from "./shape-repository.ts";
import { shapeUser } from "./shape-user.ts";
import { skinOf } from "./skin.ts";

/** A run as Gitea shows it: what it has not yet is left out, and a moment that has not come is 1970. */
export function shapeRun(call: RepositoryCall, run: FakeRun) {
  const { store, repository, query } = call;
  const { word, startedAt, stoppedAt } = stateOfRun(run);
  const ref = refOfRun(repository, run);
  const actor = shapeUser(store, actorOfRun(call, run));
  const at = (text: string | null) => moment(store, text ?? NEVER_UNIX);
  const { url, html } = linksOf(call, run);
  const skin = skinOf(store);
  return {
    id: run.id,
    url,
    html_url: html,
    display_title: run.title,
    path: `${run.workflow}@${ref.full}`,
    event: run.event,
    // Older versions never set it.
    run_attempt: skin.isGitea(27) ? 1 : 0,
    run_number: run.runNumber,
    head_sha: run.headSha,
    ...(ref.branch !== undefined && { head_branch: ref.branch }),
    ...pairOf(word),
    actor,
    trigger_actor: actor,
    repository: shapeRepository(call),
    started_at: at(startedAt),
    completed_at: at(stoppedAt),
    ...(skin.isGitea(27) && {
      previous_attempt_url: null,
      pull_requests: query.get("exclude_pull_requests") === "true" ? [] : shapePulls(call, run),
    }),
  };
}

export function shapeJob(call: RepositoryCall, { run, job }: { run: FakeRun; job: FakeJob }) {
  const { store, repository } = call;
  const { word, startedAt, stoppedAt } = stateOfJob(job);
  const ref = refOfRun(repository, run);
  const { url, html } = linksOf(call, run);
  const isTaken = startedAt !== null;
  return {
    id: job.id,
    url: url.replace(/runs\/\d+$/, `jobs/${job.id}`),
    html_url: `${html}/jobs/${skinOf(store).isGitea(27) ? job.id : run.jobs.indexOf(job)}`,
    run_id: run.id,
    run_url: url,
    name: job.name,
    labels: ["ubuntu-latest"],
    run_attempt: isTaken ? 1 : 0,
    head_sha: run.headSha,
    ...(ref.branch !== undefined && { head_branch: ref.branch }),
    ...pairOf(word),
    ...(isTaken && { runner_id: 1, runner_name: "runner-1" }),
    steps: isTaken ? shapeSteps(call, job) : skinOf(store).isGitea(27) ? [] : null,
    created_at: run.createdAt,
    started_at: startedAt ?? NEVER_UNIX,
    completed_at: stoppedAt ?? NEVER_UNIX,
  };
}

// Up to 1.26 every step is said to stand as its whole job does.
function shapeSteps({ store }: RepositoryCall, job: FakeJob) {
  const { word, startedAt, stoppedAt } = stateOfJob(job);
  return job.steps.map(({ name, conclusion }, number) => ({
    name,
    number,
    ...pairOf(skinOf(store).isGitea(27) ? conclusion : word),
    started_at: startedAt ?? NEVER_UNIX,
    completed_at: stoppedAt ?? NEVER_UNIX,
  }));
}

function shapePulls({ store, repository }: Place, run: FakeRun) {
  const pull = pullOfRun(repository, run);
  if (!pull) return [];
  const url = `${store.rootUrl}/api/v1/repos/${repository.owner}/${repository.name}`;
  const repo = { id: repository.id, url, name: repository.name };
  return [
    {
      id: pull.pullId,
      number: pull.number,
      url: `${url}/pulls/${pull.number}`,
      head: { ref: pull.headRef, sha: pull.headSha, repo },
      base: { ref: pull.baseRef, sha: "", repo },
    },
  ];
}

export function linksOf({ store, repository }: Place, run: FakeRun): { url: string; html: string } {
  const path = `${repository.owner}/${repository.name}`;
  // People reach a run by its number, until 1.27 by its id.
  const shown = skinOf(store).isGitea(27) ? run.id : run.runNumber;
  return {
    url: `${store.rootUrl}/api/v1/repos/${path}/actions/runs/${run.id}`,
    html: `${store.rootUrl}/${path}/actions/runs/${shown}`,
  };
}
