import { type Answer, answerJson } from "../answer.ts";
import { headersOf, jobsById } from "./answer-runs.ts";
import type { RepositoryCall } from "./call.ts";
import { moment, NEVER_UNIX } from "./moment.ts";
import { pageOf } from "./page.ts";
import { rememberedLists } from "./remember.ts";
import { refOfRun } from "./run-ref.ts";
import { stateOfJob } from "./run-state.ts";
import { linksOf } from "./shape-run.ts";
import { skinOf } from "./skin.ts";

type RunJob = ReturnType<typeof jobsById>[number];

const lists = rememberedLists<RunJob>();

/** What runners took, newest first: a job that waits or was skipped is no task. The envelope calls them runs. */
export function answerTasks(call: RepositoryCall): Answer {
  const { repository, query, store } = call;
  const all = lists(repository, query, () => {
    const asked = skinOf(store).isForgejo(16) ? query.getAll("status") : [];
    return jobsById(repository)
      .filter(({ job }) => job.startedAt !== null)
      .filter(({ job }) => asked.length === 0 || asked.includes(stateOfJob(job).word))
      .toReversed();
  });
  const { rows, headers } = pageOf(call, { all, kind: headersOf(call) });
  const shaped = rows.map((each) => shapeTask(call, each));
  return answerJson({ workflow_runs: shaped, total_count: all.length }, headers);
}

function shapeTask(call: RepositoryCall, { run, job }: RunJob) {
  const { store, repository } = call;
  const { word, startedAt, stoppedAt } = stateOfJob(job);
  const started = moment(store, startedAt ?? NEVER_UNIX);
  return {
    id: job.id,
    name: job.name,
    head_branch: refOfRun(repository, run).pretty,
    head_sha: run.headSha,
    run_number: run.runNumber,
    event: run.event,
    display_title: run.title,
    status: word,
    workflow_id: run.workflow,
    url: linksOf(call, run).html,
    created_at: started,
    updated_at: stoppedAt === null ? started : moment(store, stoppedAt),
    run_started_at: started,
  };
}
