import { type Answer, answerError, answerJson, answerNotFound } from "../answer.ts";
import type { FakeJob, FakeRun } from "../store.ts";
import type { RepositoryCall } from "./call.ts";
import { type PageHeaders, pageOf } from "./page.ts";
import { remembered, rememberedLists } from "./remember.ts";
import { actorOfRun, refOfRun } from "./run-ref.ts";
import { askedOf, type RunWord, stateOfJob, stateOfRun } from "./run-state.ts";
import { shapeJob, shapeRun } from "./shape-run.ts";
import { skinOf } from "./skin.ts";

type RunJob = { run: FakeRun; job: FakeJob };

export const newestRuns = remembered(({ runs }) => runs.toSorted((a, b) => b.id - a.id));
export const runById = remembered(({ runs }) => new Map(runs.map((run) => [run.id, run])));
export const jobsById = remembered(({ runs }): readonly RunJob[] =>
  runs
    .flatMap((run) => run.jobs.map((job) => ({ run, job })))
    .toSorted((a, b) => a.job.id - b.job.id),
);
const runLists = rememberedLists<FakeRun>();
const jobLists = rememberedLists<RunJob>();

/** The runs of a repository, newest first, in an envelope with their count; there is no `since`. */
export function answerRuns(call: RepositoryCall): Answer {
  const { repository, query, store } = call;
  const asked = askedStates(query);
  if (typeof asked === "string") return refuse(call, 400, asked);
  const actor = query.get("actor");
  if (actor && !store.users.some(({ login }) => login === actor)) {
    // Not a slip: who is not there is the server's own failure here.
    return refuse(call, 500, `user does not exist [uid: 0, name: ${actor}]`);
  }
  const all = runLists(repository, query, () =>
    newestRuns(repository).filter(
      (run) => matches(call, run) && (!asked || asked.includes(stateOfRun(run).word)),
    ),
  );
  const { rows, headers } = pageOf(call, { all, kind: headersOf(call) });
  const shaped = rows.map((run) => shapeRun(call, run));
  return answerJson({ workflow_runs: shaped, total_count: all.length }, headers);
}

export function answerRun(call: RepositoryCall): Answer {
  const run = runById(call.repository).get(Number(call.params.run));
  return run ? answerJson(shapeRun(call, run)) : answerNotFound(call.store);
}

/** The jobs of one run in pages, oldest first. */
export function answerRunJobs(call: RepositoryCall): Answer {
  const run = runById(call.repository).get(Number(call.params.run));
  if (!run) return answerNotFound(call.store);
  const jobs = run.jobs.toSorted((a, b) => a.id - b.id);
  return answerJobList(call, (wants) => jobs.map((job) => ({ run, job })).filter(wants));
}

/** The jobs of all runs, oldest first unless asked; older versions cannot be asked. */
export function answerJobs(call: RepositoryCall): Answer {
  const { repository, query } = call;
  return answerJobList(call, (wants) =>
    jobLists(repository, query, () => jobsById(repository).filter(wants)),
  );
}

function answerJobList(
  call: RepositoryCall,
  list: (wants: (each: RunJob) => boolean) => readonly RunJob[],
): Answer {
  const asked = askedStates(call.query);
  if (typeof asked === "string") return refuse(call, 400, asked);
  const oldestFirst = list(({ job }) => !asked || asked.includes(stateOfJob(job).word));
  const isTurned = skinOf(call.store).isGitea(27) && call.query.get("order") === "desc";
  const all = isTurned ? oldestFirst.toReversed() : oldestFirst;
  const { rows, headers } = pageOf(call, { all, kind: headersOf(call) });
  const shaped = rows.map((each) => shapeJob(call, each));
  return answerJson({ jobs: shaped, total_count: all.length }, headers);
}

function matches(call: RepositoryCall, run: FakeRun): boolean {
  const { repository, query } = call;
  const asked = (name: string) => query.get(name) || null;
  const [event, branch, headSha, actor] = ["event", "branch", "head_sha", "actor"].map(asked);
  return (
    (!event || run.event === event) &&
    (!branch || refOfRun(repository, run).full === `refs/heads/${branch}`) &&
    (!headSha || run.headSha === headSha) &&
    (!actor || actorOfRun(call, run) === actor)
  );
}

/** Null where no state was asked for; a text says which word the forge does not know. */
function askedStates(query: URLSearchParams): readonly RunWord[] | string | null {
  const words = query.getAll("status").filter(Boolean);
  const states: RunWord[] = [];
  for (const word of words) {
    const found = askedOf(word);
    if (!found) return `invalid status ${word}`;
    states.push(...found);
  }
  return words.length === 0 ? null : states;
}

/** Until 1.26 only the envelope said how many there are. */
export const headersOf = ({ store }: RepositoryCall): PageHeaders =>
  skinOf(store).isGitea(26) ? "link" : "none";

function refuse({ store }: RepositoryCall, status: number, message: string): Answer {
  return answerError({ status, message, rootUrl: store.rootUrl });
}
