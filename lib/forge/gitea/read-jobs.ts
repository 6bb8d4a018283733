import { z } from "zod";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import type { WorkflowJobFact } from "#/lib/facts/workflow-run.ts";
import { askInTurn } from "../ask-in-turn.ts";
import { failsAll, isGone } from "../fails-all.ts";
import type { JobsAnswer } from "../forge.ts";
import { ForgeError } from "../forge-error.ts";
import { nextPosition, type OffsetPosition, resume } from "../next-position.ts";
import { type Place, totalOf } from "./list.ts";
import { parse } from "./parse.ts";
import { ForgejoJob, Job, JobPage } from "./schema-runs.ts";
import { toForgejoJob, toJob } from "./to-run.ts";

const PAGES_MAX = 100;
const NO_JOBS =
  "This version of the forge does not list the jobs of a run, so what each of them said is read from statuses.";

/** The jobs of runs, a request each for as many as a page holds, a few at once; unknown where the version does not list them. */
export const readJobs = (place: Place, runs: readonly string[]): AsyncGenerator<JobsAnswer> =>
  askInTurn(runs, async (run): Promise<JobsAnswer> => {
    try {
      return { run, jobs: await jobsOf(place, run) };
    } catch (error) {
      if (failsAll(error) || !(error instanceof ForgeError)) throw error;
      if (!isGone(error)) return { run, failure: error };
      const why = `The forge does not have the jobs of this run, or its version does not list them (${error.status}).`;
      return { run, jobs: unknown(why) };
    }
  });

async function jobsOf(place: Place, run: string): Promise<Known<readonly WorkflowJobFact[]>> {
  const { by } = place.server.runs;
  if (by === "runs") return readPages(place, run);
  if (by !== "forgejo") return unknown(NO_JOBS);
  const { body } = await place.http.get(pathOf(place, run));
  const rows = parse(z.array(ForgejoJob).nullable(), body, "jobs") ?? [];
  return known(rows.map((row) => toForgejoJob(row, run)));
}

const pathOf = ({ repository }: Place, run: string): string =>
  `/repos/${repository}/actions/runs/${encodeURIComponent(run)}/jobs`;

async function readPages(place: Place, run: string): Promise<Known<readonly WorkflowJobFact[]>> {
  const jobs = new Map<string, WorkflowJobFact>();
  const { pageMax, tellsSteps } = place.server.abilities;
  let at: OffsetPosition | null = resume(null, pageMax);
  for (let asked = 0; asked < PAGES_MAX; asked += 1) {
    const { page, limit, totalBefore }: OffsetPosition = at;
    const answer = await place.http.get(`${pathOf(place, run)}?page=${page}&limit=${limit}`);
    const { jobs: given, total_count } = parse(JobPage, answer.body, "jobs");
    const rows = parse(z.array(Job), given ?? [], "jobs");
    for (const row of rows) jobs.set(String(row.id), toJob(row, run, tellsSteps));
    const total = total_count ?? totalOf(answer);
    at = nextPosition({ page, limit, received: rows.length, total, totalBefore });
    if (at === null) return known([...jobs.values()]);
  }
  return unknown(`The run has more than ${PAGES_MAX} pages of jobs.`);
}
