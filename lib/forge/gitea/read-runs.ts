import { z } from "zod";
import type { WorkflowRunFact } from "#/lib/facts/workflow-run.ts";
import { isAbsent, isForbidden } from "../fails-all.ts";
import type { Page, PageRequest } from "../forge.ts";
import type { RunsBy } from "./abilities.ts";
import { type List, type Place, timeOf } from "./list.ts";
import { parse } from "./parse.ts";
import { runsPosition } from "./positions.ts";
import { type ListPage, readList } from "./read-list.ts";
import { Repository } from "./schema.ts";
import { ForgejoRun, Run, RunPage, Task } from "./schema-runs.ts";
import { type ListedRun, toForgejoRun, toRun, toTaskRun } from "./to-run.ts";

type Lister = NonNullable<RunsBy>;

const TO: Readonly<Record<Lister, (raw: unknown, forge: string) => ListedRun>> = {
  runs: (raw, forge) => toRun(parse(Run, raw, "a run"), forge),
  forgejo: (raw, forge) => toForgejoRun(parse(ForgejoRun, raw, "a run"), forge),
  tasks: (raw, forge) => toTaskRun(parse(Task, raw, "a task"), forge),
};

/** One page of the runs, newest first, down to those that are older than was asked for. A repository without Actions has none, and a server that lists none gives none; both are told by no error. */
export async function readRuns(
  place: Place,
  forge: string,
  request: PageRequest<"runs">,
): Promise<Page<WorkflowRunFact>> {
  const { server, http } = place;
  const { by } = server.runs;
  if (by === null || server.withoutRuns.has(place.repository)) return noRuns(place);
  const position = runsPosition(request.position);
  try {
    const at = position?.by === by ? position : null;
    const page = await readList(http, runsOf({ place, forge, by, since: request.since }), at);
    return toPage(page, by);
  } catch (error) {
    if (!isForbidden(error) && !isAbsent(error)) throw error;
    await learn(place, by, error);
    return readRuns(place, forge, request);
  }
}

/** Why runs were refused: the repository has none, or the server does not list them as its version has it. Throws what was refused where it is neither. */
async function learn(place: Place, by: Lister, refused: unknown): Promise<void> {
  const { body } = await place.http.get(`/repos/${place.repository}`);
  const { has_actions } = parse(Repository, body, "repository");
  if (has_actions === false) place.server.withoutRuns.add(place.repository);
  else if (isForbidden(refused)) throw refused;
  else place.server.runs.by = by === "tasks" ? null : "tasks";
}

const noRuns = (place: Place): Page<WorkflowRunFact> => ({
  rows: [],
  poison: [],
  next: null,
  total: null,
  serverTime: timeOf(place),
});

type Listing = {
  readonly place: Place;
  readonly forge: string;
  readonly by: Lister;
  readonly since: Date | null;
};

const runsOf = ({ place: { repository, server }, forge, by, since }: Listing): List<ListedRun> => ({
  what: "runs",
  path: `/repos/${repository}/actions/${by === "tasks" ? "tasks" : "runs"}`,
  query: by === "runs" && server.abilities.leansRuns ? { exclude_pull_requests: "true" } : {},
  limit: server.abilities.pageMax,
  follows: "created before",
  rowsOf: (body) => parse(RunPage, body, "runs").workflow_runs ?? [],
  to: (raw) => TO[by](raw, forge),
  markOf: ({ externalId, createdAt }) => ({
    text: `run ${externalId}`,
    number: null,
    at: createdAt,
  }),
  totalOf: (body) =>
    z.looseObject({ total_count: z.int() }).safeParse(body).data?.total_count ?? null,
  isEnough: (rows) => {
    const oldest = oldestOf(rows);
    return since !== null && oldest !== null && oldest < since;
  },
});

const oldestOf = (rows: readonly ListedRun[]): Date | null =>
  rows.findLast(({ createdAt }) => createdAt !== null)?.createdAt ?? null;

const toPage = (page: ListPage<ListedRun>, by: Lister): Page<WorkflowRunFact> => ({
  ...page,
  rows: dated(page.rows, page.serverTime),
  next: page.next && { ...page.next, by },
});

/** One that did not start yet has no moment; it was made after the run below it. */
function dated(rows: readonly ListedRun[], serverTime: Date): readonly WorkflowRunFact[] {
  let below = oldestOf(rows) ?? serverTime;
  return rows
    .toReversed()
    .map((row) => ({ ...row, createdAt: (below = row.createdAt ?? below) }))
    .toReversed();
}
