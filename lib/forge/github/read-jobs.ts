import { unknown } from "#/lib/facts/known.ts";
import { askInTurn } from "../ask-in-turn.ts";
import { isGone } from "../fails-all.ts";
import type { JobsAnswer } from "../forge.ts";
import { ForgeError } from "../forge-error.ts";
import { passable } from "./ask-batches.ts";
import type { Place } from "./ask-repository.ts";
import { parse } from "./parse.ts";
import { type Job, Jobs } from "./rest-schema.ts";
import { toJobs } from "./to-run.ts";

const PER_PAGE = 100;
const PAGES_MAX = 20;

/** The jobs of these runs as the last attempt left them, a request a run and a few at once. */
export const readJobs = (place: Place, runs: readonly string[]): AsyncGenerator<JobsAnswer> =>
  askInTurn([...new Set(runs)], (run) => ask(place, run));

async function ask(place: Place, run: string): Promise<JobsAnswer> {
  try {
    return { run, jobs: toJobs(run, await listJobs(place, run)) };
  } catch (error) {
    const failure = passable(error);
    if (failure.status === 403) return { run, jobs: unknown(FORBIDDEN) };
    if (!isGone(failure)) return { run, failure };
    return { run, jobs: unknown(`The forge does not have this run any more (${failure.status}).`) };
  }
}

const FORBIDDEN =
  "The token may not read the runs of this repository. Give it the right to read actions.";

async function listJobs({ api, path }: Place, run: string): Promise<readonly Job[]> {
  const jobs = new Map<string, Job>();
  for (let page = 1; page <= PAGES_MAX; page += 1) {
    const query = `filter=latest&per_page=${PER_PAGE}&page=${page}`;
    const { body } = await api.get(`${path}/actions/runs/${encodeURIComponent(run)}/jobs?${query}`);
    const told = parse(Jobs, body, "jobs");
    for (const job of told.jobs) jobs.set(job.id, job);
    if (jobs.size >= told.total_count) return [...jobs.values()];
    if (told.jobs.length === 0) break;
  }
  throw new ForgeError(
    "unavailable",
    `The forge gives fewer jobs of run ${run} than it counts, so the list is not whole. Sync again.`,
  );
}
